package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Rounds;
import io.github.camelontraport.benchmarks.server.ServerProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Exchanges a second with so many in flight, the limit off. */
public final class Throughput {

    private static final List<Integer> IN_FLIGHT = List.of(1, 8, 64);

    private Throughput() {}

    public static void run(Report report, ServerProcess server, Size size) {
        report.title("Throughput");
        report.text(
                "get by id, exchanges a second with 1, 8 and 64 in flight, the limit off; median of " + size.rounds()
                        + " rounds of " + size.exchanges() + " (least - most). The server shares the machine's cores.");
        report.head("", "1", "8", "64");
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        try (Candidates candidates = new Candidates(Account.open(server.account(1_000, 0)))) {
            for (int inFlight : IN_FLIGHT) {
                Rounds.costs(
                                candidates.list(),
                                size.warmUp(),
                                size.rounds(),
                                candidate -> flood(candidate, inFlight, size.exchanges()))
                        .forEach((candidate, costs) -> rows.computeIfAbsent(candidate, name -> new StringBuilder(name))
                                .append(" | ")
                                .append(Report.spread(
                                        Rounds.samples(costs, cost -> size.exchanges() * 1e9 / cost.nanos()), 1)));
            }
        }
        rows.values().forEach(row -> report.row(row.toString()));
    }

    private static void flood(Candidate candidate, int inFlight, int exchanges) {
        Semaphore free = new Semaphore(inFlight);
        for (int i = 0; i < exchanges; i++) {
            free.acquireUninterruptibly();
            Futures.onEnd(candidate.getLater(7), (done, failure) -> free.release());
        }
        free.acquireUninterruptibly(inFlight);
    }
}
