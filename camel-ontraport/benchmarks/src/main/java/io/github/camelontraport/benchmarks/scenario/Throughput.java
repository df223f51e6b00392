package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Exchanges a second with so many in flight, the limit off. */
final class Throughput implements Scenario {

    static final List<Integer> IN_FLIGHT = List.of(1, 8, 64);

    private static final String NAME = "throughput";

    /** The names under which {@link Results} has a figure. */
    static List<String> figure(int inFlight, String candidate) {
        return List.of(NAME, Integer.toString(inFlight), candidate);
    }

    @Override
    public void measure(Environment environment, Results results) {
        int exchanges = environment.size().exchanges();
        try (Candidates candidates =
                new Candidates(Account.open(environment.server().account(1_000, 0)))) {
            for (int inFlight : IN_FLIGHT) {
                environment
                        .rounds()
                        .run(
                                candidates.list(),
                                candidate -> flood(candidate, inFlight, exchanges),
                                (candidate, cost) -> results.add(
                                        exchanges * 1e9 / cost.nanos(),
                                        NAME,
                                        Integer.toString(inFlight),
                                        candidate.name()));
            }
        }
    }

    private static void flood(Candidate candidate, int inFlight, int exchanges) {
        Semaphore free = new Semaphore(inFlight);
        for (int i = 0; i < exchanges; i++) {
            free.acquireUninterruptibly();
            Futures.onEnd(candidate.getLater(7), (done, failure) -> free.release());
        }
        free.acquireUninterruptibly(inFlight);
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Throughput");
        report.text(
                "Exchanges a second that get a record by id, with 1, 8 and 64 in flight. The limit is off. A round has "
                        + Size.number(size.exchanges()) + " exchanges. Values: " + size.method()
                        + ". The server shares the machine's cores.");
        report.head("", "1", "8", "64");
        for (String candidate : Candidates.names()) {
            List<String> row = new ArrayList<>(List.of(candidate));
            IN_FLIGHT.forEach(inFlight ->
                    row.add(Report.spread(results.samples(NAME, Integer.toString(inFlight), candidate), 1)));
            report.row(row.toArray(String[]::new));
        }
    }
}
