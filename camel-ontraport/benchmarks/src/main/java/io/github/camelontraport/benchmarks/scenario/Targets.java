package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.measure.Samples;
import java.util.List;

/** What the project wants to reach, as ratios of figures that were read in the same rounds. */
public final class Targets {

    /** What was found when the targets that are not reached were looked into. */
    private static final String PROFILE =
            "A profile of November 2026 explains the CPU of get and upsert. The bare library alone takes 0.7 to 0.8 of the CPU of "
                    + "the hand-written route: that route waits for the reply in its own thread, so no other thread has to wake "
                    + "up. The component wakes one thread more than the library, because routes must not run on I/O threads. "
                    + "That is about a tenth of an exchange. The code of the component and of Camel, including the reading of the "
                    + "reply, takes 10 µs in a warm JVM.";

    private static final String ALTERNATIVES =
            "With `toD`, the component makes an endpoint for each URI, while `http:` sends all URIs to one endpoint. A quarter of "
                    + "that CPU is Camel's search for endpoints to drop, and a fifth is the new endpoint. HttpCore's "
                    + "requester, the layer below the client, takes 61 µs for a get in place of 63 µs, which is no difference "
                    + "within the spread, and it has no tunnel through a proxy.";

    private Targets() {}

    public static void report(Report report, Results results) {
        report.title("Targets");
        report.text(
                "The project set these targets before it made the code faster. Each measured value is the median of the ratios of all rounds (least - "
                        + "most). Both figures of a ratio come from the same round.");
        report.head("", "target", "measured", "reached");
        cost(report, results, "CPU", ExchangeCost.CPU, Candidates.BY_HAND, 0.65, 0.65, 0.85);
        cost(report, results, "allocation", ExchangeCost.ALLOCATED, Candidates.BY_HAND, 0.4, 0.4, 0.85);
        for (int inFlight : Throughput.IN_FLIGHT) {
            Samples ratio = results.ratio(
                    Throughput.figure(inFlight, Candidates.COMPONENT), Throughput.figure(inFlight, Candidates.BY_HAND));
            row(report, "throughput, " + inFlight + " in flight, to " + Candidates.BY_HAND, "at least", 1, ratio);
        }
        cost(report, results, "CPU", ExchangeCost.CPU, Candidates.LIBRARY, 1.3, 1.3, 1.3);
        report.endTable();
        report.text(PROFILE);
        report.text(ALTERNATIVES);
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
