package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.DynamicRoutes;
import io.github.camelontraport.benchmarks.measure.Cost;
import io.github.camelontraport.benchmarks.measure.Meter;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import java.util.List;
import java.util.function.Function;

/** {@code toD} with another URI for each message. */
final class DynamicEndpoints implements Scenario {

    private static final String NAME = "toD";
    private static final String TIME = "time";
    private static final String CPU = "cpu";
    private static final String ALLOCATED = "allocated";
    private static final String HEAP = "heap";
    private static final List<Function<Account, DynamicRoutes>> CANDIDATES =
            List.of(DynamicRoutes::component, DynamicRoutes::byHand);

    @Override
    public void measure(Environment environment, Results results) {
        int endpoints = environment.size().endpoints();
        Account account = Account.open(environment.server().account(3L * endpoints, 0));
        for (Function<Account, DynamicRoutes> candidate : CANDIDATES) {
            try (DynamicRoutes routes = candidate.apply(account)) {
                routes.get(1);
                long before = Meter.settledHeap();
                // The first half compiles.
                get(routes, 2, endpoints / 2);
                Cost cost = environment.meter().measure(() -> get(routes, 2 + endpoints / 2, endpoints / 2));
                int times = endpoints / 2;
                results.add((double) cost.nanos() / times, NAME, routes.name(), TIME);
                results.add((double) cost.cpuNanos() / times, NAME, routes.name(), CPU);
                results.add((double) cost.allocated() / times, NAME, routes.name(), ALLOCATED);
                results.add(Meter.settledHeap() - before, NAME, routes.name(), HEAP);
            }
        }
    }

    private static void get(DynamicRoutes routes, int first, int count) {
        for (int id = first; id < first + count; id++) {
            routes.get(id);
        }
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Endpoints made from messages");
        report.text("A `toD` gets " + Size.number(size.endpoints())
                + " records, one after the other; each URI has another id. Time, CPU and allocation are those of one exchange in "
                + "the second half. Heap is what is in use in addition at the end, after a full collection. Camel keeps the last "
                + "1,000 such endpoints.");
        report.head("", "time, µs", "CPU, µs", "allocated, KiB", "heap, MiB");
        for (String candidate : List.of(Candidates.COMPONENT, Candidates.BY_HAND)) {
            report.row(
                    candidate,
                    Report.number(results.samples(NAME, candidate, TIME).median() / 1_000),
                    Report.number(results.samples(NAME, candidate, CPU).median() / 1_000),
                    Report.number(results.samples(NAME, candidate, ALLOCATED).median() / 1_024),
                    Report.number(results.samples(NAME, candidate, HEAP).median() / (1 << 20)));
        }
    }
}
