package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.server.RollingLimit;
import java.time.Duration;

/** How much of an account's requests a program that always has more to do gets done in an hour, alone on the account. */
public final class Quota {

    static final int LIMIT = 180;
    static final Duration LATENCY = Duration.ofMillis(200);
    private static final int HOUR = 60 * LIMIT;

    private Quota() {}

    public static void run(Report report, Size size) {
        report.title("Share of the quota in an hour");
        report.text("A saturating load, alone on an account of " + LIMIT + " requests a minute whose replies take "
                + LATENCY.toMillis()
                + " ms. The component's hour is a virtual one, exact; a Camel throttler cannot be given a "
                + "clock, so the hour of the hand-written route is a scaled one of " + size.hourMillis() / 1000
                + " s, window and latency included.");
        report.head("", "requests done", "share", "HTTP 429");
        tell(report, "ontraport:", new VirtualHour().run());
        tell(report, "http: by hand, throttle(180)", new ScaledHour(size.hourMillis()).run());
    }

    private static void tell(Report report, String candidate, RollingLimit server) {
        report.row(
                candidate,
                Report.number((double) server.accepted()),
                Report.number((double) server.accepted() / HOUR),
                Report.number((double) server.refused()));
    }
}
