package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.MapSyncLedger;
import io.github.camelontraport.OntraportSyncException;
import io.github.camelontraport.support.VirtualAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/**
 * Syncs that are killed at random requests, over a network that loses replies, refuses and fails for minutes, and are run
 * again until one is complete: nothing is lost and nothing is there twice.
 */
class SyncCrashPropertyTest {

    private static final VirtualAccount ACCOUNT = new VirtualAccount(Duration.ofMillis(200));
    private static final int CONTACTS = 0;
    private static final int MOST_ROWS = 90;
    private static final int MOST_KILLS = 4;
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(2);

    /** What an account had before, of which no sync knows. */
    private static final Map<String, Object> STRANGER = Map.of("email", "stranger@example.com", "firstname", "S");

    @AfterContainer
    static void close() {
        ACCOUNT.close();
    }

    @Property
    void dedupLosesNothingAndMakesNothingTwice(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        ACCOUNT.reset();
        ACCOUNT.sandbox().create(CONTACTS, STRANGER);
        List<Map<String, Object>> rows = rows(random);
        existing(random, rows);

        ConcurrentMap<String, String> ledger = untilComplete(random, new ConcurrentHashMap<>(), rows, "dedup");

        holdsExactly(rows);
        repeatsNothing(ledger, rows, "dedup");
    }

    @Property
    void refreshRemovesWhatIsMissingAndNothingElse(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        ACCOUNT.reset();
        ACCOUNT.sandbox().create(CONTACTS, STRANGER);
        List<Map<String, Object>> first = rows(random);
        String options = "refresh&onMissing=delete&maxDeleted=1000";
        ConcurrentMap<String, String> ledger = untilComplete(random, new ConcurrentHashMap<>(), first, options);
        List<Map<String, Object>> second = rows(random);

        ledger = untilComplete(random, ledger, second, options);

        holdsExactly(second);
        repeatsNothing(ledger, second, options);
    }

    @Property
    void appendMakesNoMoreThanARecordForEachRowAndReportsTheOthers(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        ACCOUNT.reset();
        List<Map<String, Object>> rows = rows(random);

        Run last = lastRun(random, new ConcurrentHashMap<>(), rows, "append");

        Map<Object, Long> wanted = counts(rows);
        Map<Object, Long> found = counts(ACCOUNT.sandbox().records(CONTACTS).stream()
                .map(record -> fields(record.get("email"), record.get("firstname")))
                .toList());
        found.forEach((row, count) ->
                assertThat(count).as("records of %s", row).isLessThanOrEqualTo(wanted.getOrDefault(row, 0L)));
        long made = found.values().stream().mapToLong(Long::longValue).sum();
        assertThat(made + (Long) last.report.get("unclear") + (Long) last.report.get("rejected"))
                .isGreaterThanOrEqualTo(rows.size());
    }

    private static Map<Object, Long> counts(List<Map<String, Object>> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> (Object) row, Collectors.counting()));
    }

    private static Map<String, Object> fields(Object email, Object firstname) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("email", email);
        fields.put("firstname", firstname);
        return fields;
    }

    /** Few keys, so that they come again: near, far apart, and in another case. */
    private static List<Map<String, Object>> rows(Random random) {
        int keys = 1 + random.nextInt(MOST_ROWS);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = random.nextInt(MOST_ROWS); i >= 0; i--) {
            String email = "k" + random.nextInt(keys) + "@example.com";
            rows.add(fields(random.nextInt(8) == 0 ? email.toUpperCase(Locale.ROOT) : email, "v" + random.nextInt(3)));
        }
        return rows;
    }

    /** Some records are in the account already, equal or not. */
    private static void existing(Random random, List<Map<String, Object>> rows) {
        last(rows).values().stream().filter(row -> random.nextInt(3) == 0).forEach(row -> ACCOUNT.sandbox()
                .create(CONTACTS, random.nextBoolean() ? row : fields(row.get("email"), "old")));
    }

    private static Map<String, Map<String, Object>> last(List<Map<String, Object>> rows) {
        Map<String, Map<String, Object>> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(row.get("email").toString().toLowerCase(Locale.ROOT), row));
        return last;
    }

    private static void holdsExactly(List<Map<String, Object>> rows) {
        Map<String, Object> wanted = new HashMap<>();
        last(rows).forEach((key, row) -> wanted.put(key, row.get("firstname")));
        wanted.put(STRANGER.get("email").toString(), STRANGER.get("firstname"));
        List<Map<String, Object>> records = ACCOUNT.sandbox().records(CONTACTS);
        assertThat(records).hasSameSizeAs(wanted.keySet());
        records.forEach(record -> assertThat(record.get("firstname"))
                .as("%s", record.get("email"))
                .isEqualTo(wanted.get(record.get("email").toString().toLowerCase(Locale.ROOT))));
    }

    private static void repeatsNothing(
            ConcurrentMap<String, String> ledger, List<Map<String, Object>> rows, String options) throws Exception {
        Run again = run(ledger, rows, options, new Network(new Random(), Integer.MAX_VALUE, false));
        assertThat(again.report).containsEntry("requests", 0L).containsEntry("read", (long) rows.size());
    }

    private static ConcurrentMap<String, String> untilComplete(
            Random random, ConcurrentMap<String, String> ledger, List<Map<String, Object>> rows, String options)
            throws Exception {
        return lastRun(random, ledger, rows, options).ledger;
    }

    /** Kills and faults, then a run over a network that works. */
    private static Run lastRun(
            Random random, ConcurrentMap<String, String> ledger, List<Map<String, Object>> rows, String options)
            throws Exception {
        ConcurrentMap<String, String> left = ledger;
        List<Map<String, Object>> order = new ArrayList<>(rows);
        for (int kills = random.nextInt(MOST_KILLS + 1); kills > 0; kills--) {
            if (options.startsWith("append")) {
                Collections.shuffle(order, random);
            }
            Run run = run(left, order, options, new Network(random, random.nextInt(rows.size() + 5), true));
            left = run.ledger;
            sumIsRight(run.report);
            if (run.report != null && run.failure == null && options.startsWith("append")) {
                // Complete before it was killed: another run would append all again.
                return run;
            }
        }
        Run run = run(left, rows, options, new Network(random, Integer.MAX_VALUE, false));
        assertThat(run.failure).isNull();
        sumIsRight(run.report);
        return run;
    }

    private static void sumIsRight(Map<String, Object> report) {
        if (report != null) {
            assertThat((Long) report.get("read"))
                    .as("%s", report)
                    .isEqualTo(List.of("created", "updated", "unchanged", "superseded", "rejected", "unclear").stream()
                            .mapToLong(name -> (Long) report.get(name))
                            .sum());
        }
    }

    /**
     * @param report  {@code null} of a run that was killed
     * @param ledger  as the next run finds it
     */
    private record Run(Map<String, Object> report, Exception failure, ConcurrentMap<String, String> ledger) {}

    private static Run run(
            ConcurrentMap<String, String> ledger, List<Map<String, Object>> rows, String options, Network network)
            throws Exception {
        ConcurrentMap<String, String> own = new ConcurrentHashMap<>(ledger);
        ACCOUNT.network(network);
        AtomicReference<Exchange> done = new AtomicReference<>();
        try (CamelContext context = ACCOUNT.context()) {
            context.getRegistry().bind("ledger", new MapSyncLedger(own));
            VirtualAccount.send(
                    context.getEndpoint("ontraport:contacts?operation=sync&syncLedger=#ledger&syncMode=" + options),
                    rows.iterator(),
                    Map.of(),
                    done::set);
            long until = ACCOUNT.clock().elapsed() + LONGEST.toNanos();
            while (done.get() == null && !network.isDead() && ACCOUNT.clock().elapsed() < until) {
                ACCOUNT.clock().advance(STEP);
            }
            // What the run does from here on is what a process that was killed does not do.
            ConcurrentMap<String, String> left = new ConcurrentHashMap<>(own);
            if (done.get() == null) {
                assertThat(network.isDead()).as("the run hangs").isTrue();
                // The last request of the dead run still arrives.
                ACCOUNT.clock().advance(STEP);
                return new Run(null, null, left);
            }
            Exception failure = done.get().getException();
            return new Run(report(done.get()), failure, left);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> report(Exchange done) {
        return done.getException() instanceof OntraportSyncException failure
                ? failure.getReport()
                : (Map<String, Object>) done.getMessage().getBody();
    }
}
