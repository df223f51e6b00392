package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.PollingRoute;
import io.github.camelontraport.benchmarks.measure.Cost;
import io.github.camelontraport.benchmarks.measure.Meter;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A consumer that has a long way to go: all records of the account through a route, the limit off. */
final class LongPoll implements Scenario {

    private static final String NAME = "poll";
    /** With a settle time, a poll holds back what it has not settled: all but the first 10,000 records. */
    private static final String OPTIONS = "event=created&startFrom=beginning&settleTime=0";

    private static final String RATE = "rate";
    private static final String CPU = "cpu";
    private static final String SERVER_CPU = "server cpu";
    private static final String ALLOCATED = "allocated";
    private static final String HEAP = "heap";
    private static final String STATE = "state";

    @Override
    public void measure(Environment environment, Results results) {
        int records = environment.size().records();
        ConcurrentMap<String, String> state = new ConcurrentHashMap<>();
        long before = Meter.settledHeap();
        try (PollingRoute route =
                new PollingRoute(Account.open(environment.server().account(records, 0)), OPTIONS, state)) {
            Cost cost = environment.meter().measure(route::poll);
            if (route.delivered() != records) {
                throw new IllegalStateException(route.delivered() + " records polled of " + records);
            }
            results.add(records * 1e9 / cost.nanos(), NAME, RATE);
            results.add((double) cost.cpuNanos() / records, NAME, CPU);
            results.add((double) cost.serverCpuNanos() / records, NAME, SERVER_CPU);
            results.add((double) cost.allocated() / records, NAME, ALLOCATED);
            results.add(Meter.settledHeap() - before, NAME, HEAP);
            results.add(StateSize.bytes(state), NAME, STATE);
        }
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Polling " + Size.number(size.records()) + " records");
        report.text(
                "A consumer with `event=created`, `startFrom=beginning` and no settle time delivers all records in one poll to a route "
                        + "that counts them. It stores the position in memory before each exchange. This is one "
                        + "measurement, in a JVM that has not polled before. Heap and state are those after the last record.");
        report.head(
                "",
                "records a second",
                "CPU of a record, µs",
                "server's CPU, µs",
                "allocated, KiB",
                "heap, MiB",
                "state, KiB");
        report.row(
                Candidates.COMPONENT,
                Report.number(results.samples(NAME, RATE).median()),
                Report.number(results.samples(NAME, CPU).median() / 1_000),
                Report.number(results.samples(NAME, SERVER_CPU).median() / 1_000),
                Report.number(results.samples(NAME, ALLOCATED).median() / 1_024),
                Report.number(results.samples(NAME, HEAP).median() / (1 << 20)),
                Report.number(results.samples(NAME, STATE).median() / 1_024));
    }
}
