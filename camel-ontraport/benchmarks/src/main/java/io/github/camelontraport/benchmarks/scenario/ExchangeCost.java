package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.measure.Cost;
import io.github.camelontraport.benchmarks.measure.ProcessCpu;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** CPU time and bytes of one exchange after the other, the limit off. */
final class ExchangeCost implements Scenario {

    static final String CPU = "cpu";
    static final String ALLOCATED = "allocated";
    static final String GET = "get";
    static final String UPSERT = "upsert";
    static final String PAGE = "page";

    private static final String NAME = "cost";
    private static final String SERVER_CPU = "server cpu";
    private static final String ENDED = "ended threads";

    /** A page is read less often, as each read takes several times as long. */
    private record Work(String name, int share, Consumer<Candidate> once) {}

    /** What a turn of a round does. */
    private record Case(Work work, Candidate candidate) {}

    private static final List<Work> WORKS = List.of(
            new Work(GET, 1, candidate -> candidate.get(7)),
            new Work(UPSERT, 1, candidate -> candidate.upsert(contact())),
            new Work(PAGE, 4, Candidate::page));

    /** The names under which {@link Results} has a figure. */
    static List<String> figure(String work, String candidate, String figure) {
        return List.of(NAME, work, candidate, figure);
    }

    private static Map<String, Object> contact() {
        return Map.of(
                "email",
                "ada@example.com",
                "firstname",
                "Ada",
                "lastname",
                "Lovelace",
                "city",
                "Bend",
                "f1500",
                "analyst");
    }

    /** All works are warm before the first round that counts, and the rounds of each are spread over the same time. */
    @Override
    public void measure(Environment environment, Results results) {
        int exchanges = environment.size().exchanges();
        try (Candidates candidates =
                new Candidates(Account.open(environment.server().account(1_000, 0)))) {
            List<Case> cases = WORKS.stream()
                    .flatMap(work -> candidates.list().stream().map(candidate -> new Case(work, candidate)))
                    .toList();
            environment
                    .rounds()
                    .run(
                            cases,
                            one -> repeat(exchanges / one.work.share, () -> one.work.once.accept(one.candidate)),
                            (one, cost) -> add(results, one, cost, (double) exchanges / one.work.share));
        }
    }

    private static void repeat(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static void add(Results results, Case one, Cost cost, double exchanges) {
        String work = one.work.name;
        String candidate = one.candidate.name();
        results.add(cost.cpuNanos() / exchanges, NAME, work, candidate, CPU);
        results.add(cost.serverCpuNanos() / exchanges, NAME, work, candidate, SERVER_CPU);
        results.add(cost.allocated() / exchanges, NAME, work, candidate, ALLOCATED);
        results.add(cost.endedThreads(), NAME, work, candidate, ENDED);
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Cost of an exchange");
        report.text("One exchange runs at a time. A round has " + Size.number(size.exchanges()) + " exchanges, or "
                + Size.number(size.exchanges() / WORKS.get(2).share) + " pages of records. Values: " + size.method()
                + ". "
                + (ProcessCpu.isByThread()
                        ? "CPU counts all threads except those of the JVM itself (compiler, collector, VM). "
                        : "CPU counts the whole process, compiler and collector included. ")
                + "The server's CPU for the same exchanges is shown for comparison.");
        report.head("", "CPU, µs", "server's CPU, µs", "allocated, KiB");
        for (Work work : WORKS) {
            for (String candidate : Candidates.names()) {
                boolean complete =
                        results.samples(NAME, work.name, candidate, ENDED).most() == 0;
                report.row(
                        work.name + ": " + candidate,
                        Report.spread(results.samples(NAME, work.name, candidate, CPU), 1_000),
                        Report.spread(results.samples(NAME, work.name, candidate, SERVER_CPU), 1_000),
                        (complete ? "" : "at least ")
                                + Report.spread(results.samples(NAME, work.name, candidate, ALLOCATED), 1_024));
            }
        }
    }
}
