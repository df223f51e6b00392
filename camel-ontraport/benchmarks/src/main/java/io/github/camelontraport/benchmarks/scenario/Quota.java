package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.server.RollingLimit;
import java.time.Duration;
import java.util.List;

/** How much of an account's requests a program that always has more to do gets done in an hour, alone on the account. */
final class Quota implements Scenario {

    static final int LIMIT = 180;
    static final Duration LATENCY = Duration.ofMillis(200);
    private static final int HOUR = 60 * LIMIT;

    private static final String NAME = "quota";
    private static final String BY_HAND = "http: by hand, throttle(180)";
    private static final List<String> CANDIDATES = List.of(Candidates.COMPONENT, BY_HAND);
    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    @Override
    public void measure(Environment environment, Results results) {
        add(results, Candidates.COMPONENT, new VirtualLimit().hour());
        add(results, BY_HAND, new ScaledHour(environment.size().hourMillis()).run());
    }

    private static void add(Results results, String candidate, RollingLimit server) {
        results.add(server.accepted(), NAME, candidate, DONE);
        results.add(server.refused(), NAME, candidate, REFUSED);
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Share of the quota in an hour");
        report.text("A route sends as many requests as it can, alone on an account of " + LIMIT
                + " requests a minute. A reply takes "
                + LATENCY.toMillis()
                + " ms. The component's hour is virtual, so its figures are exact. Camel's throttler takes no other "
                + "clock; so the hour, the window and the latency of the hand-written route are scaled down to "
                + size.hourMillis() / 1000 + " s.");
        report.head("", "requests done", "share", "HTTP 429");
        for (String candidate : CANDIDATES) {
            double done = results.samples(NAME, candidate, DONE).median();
            report.row(
                    candidate,
                    Report.number(done),
                    Report.number(done / HOUR),
                    Report.number(results.samples(NAME, candidate, REFUSED).median()));
        }
    }
}
