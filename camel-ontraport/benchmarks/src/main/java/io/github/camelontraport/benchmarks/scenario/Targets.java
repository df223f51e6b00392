package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.measure.Samples;
import java.util.List;

/** What the project wants to reach, as ratios of figures that were read in the same rounds. */
public final class Targets {

    private Targets() {}

    public static void report(Report report, Results results) {
        report.title("Targets");
        report.text(
                "Each measured value is the median of the ratios of all rounds (least - most); the two figures of a ratio are of "
                        + "the same round.");
        report.head("", "target", "measured", "reached");
        cost(report, results, "CPU", ExchangeCost.CPU, Candidates.BY_HAND, 0.65, 0.65, 0.85);
        cost(report, results, "allocation", ExchangeCost.ALLOCATED, Candidates.BY_HAND, 0.4, 0.4, 0.85);
        for (int inFlight : Throughput.IN_FLIGHT) {
            Samples ratio = results.ratio(
                    Throughput.figure(inFlight, Candidates.COMPONENT), Throughput.figure(inFlight, Candidates.BY_HAND));
            row(report, "throughput, " + inFlight + " in flight, to " + Candidates.BY_HAND, "at least", 1, ratio);
        }
        cost(report, results, "CPU", ExchangeCost.CPU, Candidates.LIBRARY, 1.3, 1.3, 1.3);
    }

    private static void cost(
            Report report,
            Results results,
            String name,
            String figure,
            String to,
            double get,
            double upsert,
            double page) {
        cost(report, results, name, ExchangeCost.GET, figure, to, get);
        cost(report, results, name, ExchangeCost.UPSERT, figure, to, upsert);
        cost(report, results, name, ExchangeCost.PAGE, figure, to, page);
    }

    private static void cost(
            Report report, Results results, String name, String work, String figure, String to, double most) {
        List<String> component = ExchangeCost.figure(work, Candidates.COMPONENT, figure);
        Samples ratio = results.ratio(component, ExchangeCost.figure(work, to, figure));
        row(report, name + ", " + work + ", to " + to, "at most", most, ratio);
    }

    private static void row(Report report, String name, String direction, double target, Samples ratio) {
        boolean reached = direction.equals("at most") ? ratio.median() <= target : ratio.median() >= target;
        report.row(name, direction + " " + Report.number(target), Report.spread(ratio, 1), reached ? "yes" : "no");
    }
}
