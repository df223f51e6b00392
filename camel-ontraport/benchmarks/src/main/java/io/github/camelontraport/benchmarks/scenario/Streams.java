package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.measure.Cost;
import io.github.camelontraport.benchmarks.measure.Meter;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.server.ServerProcess;

/** What it takes to read a long list record by record. */
final class Streams implements Scenario {

    private static final int FEW = 1_000;
    private static final int LATENCY_MILLIS = 20;
    private static final int SAMPLES = 10;
    private static final double MIB = 1 << 20;

    private static final String NAME = "streams";
    private static final String HEAP_FEW = "heap, few";
    private static final String HEAP_MANY = "heap, many";
    private static final String FIRST = "first";
    private static final String CPU = "cpu";
    private static final String RATE = "rate";

    @Override
    public void measure(Environment environment, Results results) {
        int records = environment.size().records();
        for (String name : Candidates.names()) {
            results.add(peak(name, environment.server(), FEW), NAME, name, HEAP_FEW);
            results.add(peak(name, environment.server(), records), NAME, name, HEAP_MANY);
            try (Candidate candidate =
                    Candidates.start(name, Account.open(environment.server().account(records, 0)))) {
                Cost cost = environment.meter().measure(() -> candidate.readAll(contact -> {}));
                results.add(cost.cpuNanos() / (double) records, NAME, name, CPU);
                results.add(records * 1e9 / cost.nanos(), NAME, name, RATE);
            }
            try (Candidate candidate =
                    Candidates.start(name, Account.open(environment.server().account(records, LATENCY_MILLIS)))) {
                firstRecord(environment, candidate, results);
            }
        }
    }

    @Override
    public void report(Report report, Results results, Size size) {
        String many = Size.number(size.records());
        report.title("Reading many, record by record");
        report.text("A route reads " + many + " records as a stream. Heap is the highest of " + SAMPLES
                + " values on the way, each after a full collection, with 1,000 records and with all. The time to the first record is "
                + "given in times of one page, where a reply takes " + LATENCY_MILLIS + " ms: median of "
                + size.rounds()
                + " (least - most).");
        report.head(
                "",
                "records a second",
                "CPU, µs",
                "heap, 1,000, MiB",
                "heap, " + many + ", MiB",
                "first record, pages");
        for (String candidate : Candidates.names()) {
            report.row(
                    candidate,
                    Report.number(results.samples(NAME, candidate, RATE).median()),
                    Report.number(results.samples(NAME, candidate, CPU).median() / 1_000),
                    Report.number(results.samples(NAME, candidate, HEAP_FEW).median() / MIB),
                    Report.number(results.samples(NAME, candidate, HEAP_MANY).median() / MIB),
                    Report.spread(results.samples(NAME, candidate, FIRST), 1));
        }
    }

    private static double peak(String name, ServerProcess server, int records) {
        long[] peak = {0};
        long[] seen = {0};
        try (Candidate candidate = Candidates.start(name, Account.open(server.account(records, 0)))) {
            candidate.readAll(contact -> {
                if (++seen[0] % (records / SAMPLES) == 0) {
                    peak[0] = Math.max(peak[0], Meter.liveHeap());
                }
            });
        }
        if (seen[0] != records) {
            throw new IllegalStateException(seen[0] + " records read of " + records);
        }
        return peak[0];
    }

    private static void firstRecord(Environment environment, Candidate candidate, Results results) {
        Size size = environment.size();
        for (int i = 0; i < size.warmUp() + size.rounds(); i++) {
            double page = environment.meter().measure(candidate::page).nanos();
            double first = environment.meter().measure(() -> first(candidate)).nanos();
            if (i >= size.warmUp()) {
                results.add(first / page, NAME, candidate.name(), FIRST);
            }
        }
    }

    private static void first(Candidate candidate) {
        try {
            candidate.readAll(contact -> {
                throw new Enough();
            });
        } catch (RuntimeException e) {
            if (!Enough.isCauseOf(e)) {
                throw e;
            }
        }
    }

    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        static boolean isCauseOf(Throwable failure) {
            return failure instanceof Enough || (failure.getCause() != null && isCauseOf(failure.getCause()));
        }
    }
}
