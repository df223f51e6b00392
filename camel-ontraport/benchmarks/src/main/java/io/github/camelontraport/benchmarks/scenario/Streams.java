package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.measure.Cost;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Samples;
import io.github.camelontraport.benchmarks.server.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What it takes to read a long list record by record. */
public final class Streams {

    private static final int FEW = 1_000;
    private static final int LATENCY_MILLIS = 20;
    private static final int SAMPLES = 10;
    private static final double MIB = 1 << 20;

    private Streams() {}

    public static void run(Report report, ServerProcess server, Size size) {
        report.title("Reading many, record by record");
        report.text("Heap in use after full collections, the highest of " + SAMPLES
                + " on the way; time to the first record of "
                + String.format("%,d", size.records()) + " in times of one page, each reply taking " + LATENCY_MILLIS
                + " ms; median of " + size.rounds() + " (least - most).");
        report.head(
                "",
                "heap, 1,000, MiB",
                "heap, " + String.format("%,d", size.records()) + ", MiB",
                "factor",
                "first record, pages");
        for (Function<Account, Candidate> made : Candidates.all()) {
            double few = peak(made, server, FEW);
            double many = peak(made, server, size.records());
            try (Candidate candidate = made.apply(Account.open(server.account(size.records(), LATENCY_MILLIS)))) {
                report.row(
                        candidate.name(),
                        Report.number(few / MIB),
                        Report.number(many / MIB),
                        Report.number(many / few),
                        Report.spread(firstRecord(candidate, size), 1));
            }
        }
    }

    private static double peak(Function<Account, Candidate> made, ServerProcess server, int records) {
        long[] peak = {0};
        long[] seen = {0};
        try (Candidate candidate = made.apply(Account.open(server.account(records, 0)))) {
            candidate.readAll(contact -> {
                if (++seen[0] % (records / SAMPLES) == 0) {
                    peak[0] = Math.max(peak[0], Cost.liveHeap());
                }
            });
        }
        if (seen[0] != records) {
            throw new IllegalStateException(seen[0] + " records read of " + records);
        }
        return peak[0];
    }

    private static Samples firstRecord(Candidate candidate, Size size) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < size.warmUp() + size.rounds(); i++) {
            double page = Cost.of(candidate::page).nanos();
            double first = Cost.of(() -> first(candidate)).nanos();
            if (i >= size.warmUp()) {
                times.add(first / page);
            }
        }
        return Samples.of(times);
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
