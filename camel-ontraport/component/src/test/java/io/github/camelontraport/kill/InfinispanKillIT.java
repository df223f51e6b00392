package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.cluster.InfinispanNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.infinispan.manager.DefaultCacheManager;
import org.jgroups.protocols.FILE_PING;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kills a JVM that works with a map of an Infinispan cluster. This JVM has the other node, and goes on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGKILL")
class InfinispanKillIT {

    private static final int KILLS = Integer.getInteger("ontraport.kills", 50) / 16;
    private static final long SEED = Long.getLong("ontraport.kills.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONTACTS = 0;
    private static final int EACH_TIME = 200;
    private static final int DELIVERED = 150;

    @TempDir
    private Path folder;

    private final OntraportSandbox account =
            OntraportSandbox.builder().requestsPerMinute(1_000_000_000).start();
    private final Random random = new Random(SEED);
    private ChildLauncher launcher;
    private DefaultCacheManager node;
    private ConcurrentMap<String, String> map;

    @BeforeEach
    void start() throws Exception {
        launcher = new ChildLauncher(folder);
        node = InfinispanNode.start(new FILE_PING().setLocation(folder.toString()));
        map = node.getCache(InfinispanNode.MAP);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
        account.close();
    }

    @Test
    void theOtherNodeGoesOnFromTheStateOfTheOneThatWasKilled() throws Exception {
        List<String> delivered = new CopyOnWriteArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            List<String> created = new ArrayList<>();
            for (int i = 0; i < EACH_TIME; i++) {
                created.add(Long.toString(account.create(CONTACTS, Map.of("firstname", "C" + i))));
            }
            delivered.clear();
            List<String> arguments = InfinispanChild.polling(folder, account);
            try (ChildProcess child = launcher.start(folder, InfinispanChild.class, delivered::add, arguments)) {
                child.killAt(new KillMoment(1 + random.nextInt(DELIVERED), 0));
            }
            List<String> before = List.copyOf(delivered);
            try (CamelContext context = InfinispanChild.poll(arguments, map, delivered::add)) {
                assertThat(context.isStarted()).isTrue();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(delivered).containsAll(created));
            }

            assertThat(before).as("by the node that was killed, seed %d", SEED).isNotEmpty();
            assertThat(new HashSet<>(delivered)).as("seed %d", SEED).isEqualTo(new HashSet<>(created));
            assertThat(delivered).as("one may have been under way").hasSizeBetween(EACH_TIME, EACH_TIME + 1);
        }
    }

    @Test
    void theOtherNodeFinishesTheSyncOfTheOneThatWasKilled() throws Exception {
        MapSyncLedger ledger = new MapSyncLedger(map);
        for (int kill = 1; kill <= KILLS; kill++) {
            List<String> arguments = InfinispanChild.syncing(folder, account, kill);
            List<Map<String, String>> rows = SyncingChild.rows(kill);
            try (ChildProcess child = launcher.start(folder, InfinispanChild.class, line -> {}, arguments)) {
                child.killAt(new KillMoment(1 + random.nextInt(rows.size()), 0));
            }
            Exchange done = SyncingChild.sync(arguments, ledger, line -> {});
            Exchange again = SyncingChild.sync(arguments, ledger, line -> {});

            assertThat(done.getException()).as("seed %d", SEED).isNull();
            assertThat(SyncedContacts.of(account)).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(rows);
            assertThat(again.getMessage().getHeader(OntraportConstants.REQUESTS))
                    .isEqualTo(0);
        }
    }
}
