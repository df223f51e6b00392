package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.TypedPageRoutes;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.measure.Samples;
import java.util.List;

/** What typed values and labels add to a page of 50 records with 80 fields of all kinds. */
final class TypedPages implements Scenario {

    private static final String NAME = "typed";
    private static final String CPU = "cpu";
    private static final String ALLOCATED = "allocated";
    private static final String RAW = "raw";
    private static final String TYPED = "typed";
    private static final List<String> FORMS = List.of(RAW, TYPED);
    /** A page takes several times as long as a record. */
    private static final int SHARE = 4;

    @Override
    public void measure(Environment environment, Results results) {
        int pages = environment.size().exchanges() / SHARE;
        try (TypedPageRoutes routes =
                new TypedPageRoutes(Account.open(environment.server().account(1_000, 0)))) {
            environment.rounds().run(FORMS, form -> repeat(pages, routes, form), (form, cost) -> {
                results.add((double) cost.cpuNanos() / pages, NAME, form, CPU);
                results.add((double) cost.allocated() / pages, NAME, form, ALLOCATED);
            });
        }
    }

    private static void repeat(int pages, TypedPageRoutes routes, String form) {
        for (int i = 0; i < pages; i++) {
            routes.page(form);
        }
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Typed values and labels");
        report.text(
                "A route reads a page of 50 records with 80 fields of all kinds: raw, and with `fieldFormat=typed` and "
                        + "`fieldNames=label`. The target is at most 1.5 times the CPU of raw.");
        report.head("", "CPU, µs", "allocated, KiB");
        for (String form : FORMS) {
            report.row(
                    form,
                    Report.spread(results.samples(NAME, form, CPU), 1_000),
                    Report.spread(results.samples(NAME, form, ALLOCATED), 1_024));
        }
        Samples cpu = results.ratio(List.of(NAME, TYPED, CPU), List.of(NAME, RAW, CPU));
        Samples allocated = results.ratio(List.of(NAME, TYPED, ALLOCATED), List.of(NAME, RAW, ALLOCATED));
        report.row("typed to raw", Report.spread(cpu, 1), Report.spread(allocated, 1));
    }
}
