package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills JVMs that refresh contacts, by turns with deletion and with untagging of what is missing, and runs the same input
 * again: the account then holds exactly what it should.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGKILL")
class SyncRefreshKillIT {

    private static final int KILLS = Integer.getInteger("ontraport.kills", 50) / 4;
    private static final long SEED = Long.getLong("ontraport.kills.seed", System.nanoTime());
    private static final int CONTACTS = 0;
    private static final Map<String, String> STRANGER = Map.of("email", "stranger@example.com", "firstname", "S");
    /** From the last row to the end of a run. */
    private static final Duration END = Duration.ofMillis(600);

    @TempDir
    private static Path shared;

    private static ChildLauncher launcher;

    @TempDir
    private Path folder;

    private final OntraportSandbox account =
            OntraportSandbox.builder().requestsPerMinute(1_000_000_000).start();
    private final Random random = new Random(SEED);
    /** First names by address, as the account should have them. */
    private final Map<String, String> expected = new TreeMap<>();

    private Set<String> last = Set.of();
    private volatile boolean ended;

    @BeforeAll
    static void prepare() throws Exception {
        launcher = SyncingChild.launcher(
                shared, mode(0), 0, SyncingChild.refreshedRows(0).size());
    }

    @AfterEach
    void close() {
        account.close();
    }

    private static String mode(int round) {
        return "refresh&tags=Customer&maxDeleted=1000&onMissing=" + (round % 2 == 0 ? "delete" : "untag");
    }

    @Test
    void theSameInputAgainLeavesExactlyWhatItSays() throws Exception {
        account.create(CONTACTS, STRANGER);
        expected.put(STRANGER.get("email"), STRANGER.get("firstname"));
        int round = 0;
        int early = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            early += kill(round) ? 1 : 0;
            if (random.nextBoolean() || kill == KILLS - 1) {
                complete(round);
                round++;
            }
        }
        System.out.printf(
                "%d kills of refreshing syncs with seed %d, %d of them before the end of the run: %d inputs, %d records%n",
                KILLS, SEED, early, round, account.records(CONTACTS).size());
    }

    /** @return whether the run had not come to its end */
    private boolean kill(int round) throws Exception {
        ended = false;
        try (ChildProcess child = launcher.start(
                folder, SyncingChild.class, this::take, SyncingChild.arguments(folder, account, mode(round), round))) {
            child.killAt(moment(SyncingChild.refreshedRows(round).size()));
        }
        return !ended;
    }

    /** Every other one while the last rows are written, tags are put on, and what is missing goes. */
    private KillMoment moment(int rows) {
        KillMoment any = KillMoment.random(random);
        return random.nextBoolean()
                ? new KillMoment(rows, random.nextLong(END.toNanos()))
                : new KillMoment(Math.min(any.lines(), rows), any.nanos());
    }

    private void take(String line) {
        ended |= line.startsWith(SyncingChild.ENDED);
    }

    private void complete(int round) throws Exception {
        List<String> arguments = SyncingChild.arguments(folder, account, mode(round), round);
        Exchange done = SyncingChild.sync(arguments, line -> {});
        if (done.getException() != null) {
            throw done.getException();
        }
        expect(round);

        assertThat(records()).isEqualTo(expected);
        assertThat(account.records(CONTACTS)).hasSize(expected.size());
        assertThat(tagged()).isEqualTo(last);
        Exchange again = SyncingChild.sync(arguments, line -> {});
        assertThat(again.getMessage().getHeader(OntraportConstants.REQUESTS)).isEqualTo(0);
    }

    private void expect(int round) {
        Map<String, String> rows = new TreeMap<>();
        SyncingChild.refreshedRows(round).forEach(row -> rows.put(row.get("email"), row.get("firstname")));
        if (round % 2 == 0) {
            last.stream().filter(key -> !rows.containsKey(key)).forEach(expected::remove);
        }
        expected.putAll(rows);
        last = rows.keySet();
    }

    private Map<String, String> records() {
        return SyncedContacts.of(account).stream()
                .collect(Collectors.toMap(
                        row -> row.get("email"),
                        row -> row.get("firstname"),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
    }

    private Set<String> tagged() {
        return account.records(CONTACTS).stream()
                .filter(record -> record.get("contact_cat") != null
                        && !record.get("contact_cat").toString().isEmpty())
                .map(record -> record.get("email").toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
