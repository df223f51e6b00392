package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.PollingRoute;
import io.github.camelontraport.benchmarks.measure.Cost;
import io.github.camelontraport.benchmarks.measure.Meter;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A consumer of deleted records that knows many ids, of which none is deleted. */
final class IdleSweep implements Scenario {

    private static final String NAME = "sweep";
    private static final String LEARN = "first contact: all ids are read";
    private static final String IDLE = "a poll, nothing deleted";
    private static final String FULL = "the sweep of every day: all ids are compared";
    private static final List<String> WORKS = List.of(LEARN, IDLE, FULL);
    private static final String TIME = "time";
    private static final String CPU = "cpu";
    private static final String SERVER_CPU = "server cpu";
    private static final String HEAP = "heap";
    private static final String STATE = "state";
    private static final int IDLE_POLLS = 100;

    @Override
    public void measure(Environment environment, Results results) {
        Meter meter = environment.meter();
        Account account =
                Account.open(environment.server().account(environment.size().ids(), 0));
        ConcurrentMap<String, String> state = new ConcurrentHashMap<>();
        try (PollingRoute route = new PollingRoute(account, "event=deleted", state)) {
            long before = Meter.settledHeap();
            add(results, LEARN, meter.measure(route::poll), 1);
            results.add(Meter.settledHeap() - before, NAME, HEAP);
            results.add(StateSize.bytes(state), NAME, STATE);
            add(
                    results,
                    IDLE,
                    meter.measure(() -> {
                        for (int i = 0; i < IDLE_POLLS; i++) {
                            route.poll();
                        }
                    }),
                    IDLE_POLLS);
        }
        // The same consumer, to which the next sweep is due.
        try (PollingRoute route = new PollingRoute(account, "event=deleted&sweepInterval=1", state)) {
            add(results, FULL, meter.measure(route::poll), 1);
            if (route.delivered() != 0) {
                throw new IllegalStateException(route.delivered() + " records are said to be deleted");
            }
        }
    }

    private static void add(Results results, String work, Cost cost, double times) {
        results.add(cost.nanos() / times, NAME, work, TIME);
        results.add(cost.cpuNanos() / times, NAME, work, CPU);
        results.add(cost.serverCpuNanos() / times, NAME, work, SERVER_CPU);
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Watching " + Size.number(size.ids()) + " ids for deletions");
        report.text("A consumer with `event=deleted` knows " + Size.number(size.ids())
                + " ids. None of them is deleted, and the limit is off. Of every four ids one is missing, at random. "
                + "The known ids take "
                + Report.number(results.samples(NAME, STATE).median() / 1_024) + " KiB of stored state and "
                + Report.number(results.samples(NAME, HEAP).median() / (1 << 20))
                + " MiB of heap, client and route included, after a full collection.");
        report.head("", "time, ms", "CPU, ms", "server's CPU, ms");
        for (String work : WORKS) {
            report.row(
                    work,
                    Report.number(results.samples(NAME, work, TIME).median() / 1e6),
                    Report.number(results.samples(NAME, work, CPU).median() / 1e6),
                    Report.number(results.samples(NAME, work, SERVER_CPU).median() / 1e6));
        }
    }
}
