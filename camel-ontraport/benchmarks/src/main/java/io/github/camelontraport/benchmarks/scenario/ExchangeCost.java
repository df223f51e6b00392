package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.measure.Cost;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Rounds;
import io.github.camelontraport.benchmarks.measure.Samples;
import io.github.camelontraport.benchmarks.server.ServerProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** CPU time and bytes of one exchange after the other, the limit off. */
public final class ExchangeCost {

    private static final Map<String, Consumer<Candidate>> WORKS = new LinkedHashMap<>();

    static {
        WORKS.put("get", candidate -> candidate.get(7));
        // The floor waits in the caller's thread; this is what the JDK's client takes to hold none.
        WORKS.put(
                "get, without a thread that waits",
                candidate -> candidate.getLater(7).join());
        WORKS.put(
                "upsert",
                candidate -> candidate.upsert(Map.of(
                        "email",
                        "ada@example.com",
                        "firstname",
                        "Ada",
                        "lastname",
                        "Lovelace",
                        "city",
                        "Bend",
                        "f1500",
                        "analyst")));
        WORKS.put("search, a page of 50", Candidate::page);
    }

    private ExchangeCost() {}

    public static void run(Report report, ServerProcess server, Size size) {
        report.title("Cost of an exchange");
        report.text("Median of " + size.rounds() + " rounds of " + size.exchanges()
                + " exchanges (least - most); the factor is that of the medians to the floor. The component holds no thread "
                + "while it waits: replies come on a few I/O threads, and routes go on on threads of Camel. The floor waits in "
                + "its caller's thread; in the second row it does not wait either.");
        report.head("", "CPU, µs", "to floor", "allocated, KiB", "to floor");
        try (Candidates candidates = new Candidates(Account.open(server.account(1_000, 0)))) {
            WORKS.forEach((name, work) -> {
                Map<String, List<Cost>> costs =
                        Rounds.costs(candidates.list(), size.warmUp(), size.rounds(), candidate -> {
                            for (int i = 0; i < size.exchanges(); i++) {
                                work.accept(candidate);
                            }
                        });
                tell(report, name, size.exchanges(), costs);
            });
        }
    }

    private static void tell(Report report, String work, int exchanges, Map<String, List<Cost>> costs) {
        List<Cost> floor = costs.get(Candidates.floor());
        costs.forEach((candidate, each) -> {
            Samples cpu = Rounds.samples(each, Cost::cpuNanos);
            Samples bytes = Rounds.samples(each, Cost::allocated);
            report.row(
                    work + ": " + candidate,
                    Report.spread(cpu, 1_000.0 * exchanges),
                    Report.number(
                            cpu.median() / Rounds.samples(floor, Cost::cpuNanos).median()),
                    Report.spread(bytes, 1_024.0 * exchanges),
                    Report.number(bytes.median()
                            / Rounds.samples(floor, Cost::allocated).median()));
        });
    }
}
