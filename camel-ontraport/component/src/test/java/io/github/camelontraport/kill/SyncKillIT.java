package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kills JVMs that sync with a ledger in a file, at random moments. Nothing is lost, and nothing is there twice. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGKILL")
class SyncKillIT {

    private static final int KILLS = Integer.getInteger("ontraport.kills", 50) / 4;
    private static final long SEED = Long.getLong("ontraport.kills.seed", System.nanoTime());

    @TempDir
    private static Path shared;

    private static ChildLauncher launcher;

    @TempDir
    private Path folder;

    private final OntraportSandbox account =
            OntraportSandbox.builder().requestsPerMinute(1_000_000_000).start();
    private final Random random = new Random(SEED);
    private final Set<String> unclear = ConcurrentHashMap.newKeySet();
    private volatile String ended;

    @BeforeAll
    static void prepare() throws Exception {
        launcher =
                SyncingChild.launcher(shared, "dedup", 1, SyncingChild.rows(1).size());
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void everyKeyHasOneRecordWithItsLastRow() throws Exception {
        for (int life = 1; life <= KILLS; life++) {
            kill("dedup", life);
        }
        complete("dedup", KILLS + 1, SyncingChild.rows(KILLS + 1).size());

        assertThat(SyncedContacts.of(account)).containsExactlyInAnyOrderElementsOf(SyncingChild.rows(KILLS + 1));
        complete("dedup", KILLS + 1, SyncingChild.rows(KILLS + 1).size());
        assertThat(ended).isEqualTo(SyncingChild.ENDED + "0");
        System.out.printf(
                "%d kills of syncs with seed %d: %d records%n",
                KILLS, SEED, SyncedContacts.of(account).size());
    }

    @Test
    void everyRowIsAppendedOnceOrReported() throws Exception {
        for (int life = 1; life <= KILLS; life++) {
            kill("append", life);
        }
        List<Map<String, String>> rows = SyncingChild.appendedRows(KILLS + 1);
        complete("append", KILLS + 1, rows.size());

        List<Map<String, String>> records = SyncedContacts.of(account);
        assertThat(records).doesNotHaveDuplicates();
        Set<String> accounted = new HashSet<>(unclear);
        records.forEach(record -> accounted.add(record.get("email")));
        assertThat(accounted)
                .isEqualTo(rows.stream().map(row -> row.get("email")).collect(Collectors.toSet()));
        System.out.printf(
                "%d kills of appending syncs with seed %d: %d records, %d rows reported as unclear%n",
                KILLS, SEED, records.size(), unclear.size());
    }

    private void kill(String mode, int life) throws Exception {
        try (ChildProcess child = start(mode, life)) {
            child.killAt(KillMoment.random(random));
        }
    }

    private void complete(String mode, int life, int rows) throws Exception {
        try (ChildProcess child = start(mode, life)) {
            ended = null;
            while (ended == null) {
                child.awaitLines(rows);
                Thread.onSpinWait();
            }
            child.end();
        }
    }

    private ChildProcess start(String mode, int life) throws Exception {
        return launcher.start(
                folder, SyncingChild.class, this::take, SyncingChild.arguments(folder, account, mode, life));
    }

    private void take(String line) {
        if (line.startsWith(SyncingChild.UNCLEAR)) {
            unclear.add(line.substring(SyncingChild.UNCLEAR.length()));
        } else if (line.startsWith(SyncingChild.ENDED)) {
            ended = line;
        }
    }
}
