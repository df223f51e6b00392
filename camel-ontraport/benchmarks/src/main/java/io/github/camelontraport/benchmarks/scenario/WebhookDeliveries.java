package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.OntraportComponentRoutes;
import io.github.camelontraport.benchmarks.candidate.WebhookRoute;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.benchmarks.measure.Samples;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Webhook deliveries through a route, beside a route that takes the same requests and only parses them. */
final class WebhookDeliveries implements Scenario {

    private static final String NAME = "webhook";
    private static final String RATE = "rate";
    private static final String MEDIAN = "median";
    private static final String P99 = "p99";
    private static final int IN_FLIGHT = 8;
    private static final List<String> CANDIDATES = List.of(OntraportComponentRoutes.NAME, WebhookRoute.BY_HAND);

    @Override
    public void measure(Environment environment, Results results) {
        int deliveries = environment.size().exchanges();
        Map<WebhookRoute, Samples> times = new HashMap<>();
        try (OntraportSandbox sandbox = OntraportSandbox.start();
                WebhookRoute component = WebhookRoute.component(
                        new Account(URI.create(sandbox.baseUrl()), sandbox.apiKey(), sandbox.appId()));
                WebhookRoute byHand = WebhookRoute.byHand();
                DeliverySender sender = new DeliverySender(IN_FLIGHT)) {
            environment
                    .rounds()
                    .run(
                            List.of(component, byHand),
                            route -> times.put(route, Samples.of(sender.send(route.url(), deliveries))),
                            (route, cost) -> {
                                results.add(deliveries * 1e9 / cost.nanos(), NAME, route.name(), RATE);
                                results.add(times.get(route).median(), NAME, route.name(), MEDIAN);
                                results.add(times.get(route).percentile(99), NAME, route.name(), P99);
                            });
            checkDelivered(component);
            checkDelivered(byHand);
        }
    }

    /** A delivery that the route did not get is answered with 200, too. */
    private static void checkDelivered(WebhookRoute route) {
        if (route.delivered() == 0) {
            throw new IllegalStateException("No delivery went through the route of " + route.name());
        }
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Webhook deliveries");
        report.text("A sender in the same JVM delivers a new contact over HTTP, " + IN_FLIGHT
                + " deliveries in flight, "
                + Size.number(size.exchanges()) + " in a round. A delivery ends when the route is done. Both routes "
                + "use camel-platform-http-vertx. Values: " + size.method() + ".");
        report.head("", "deliveries a second", "median, ms", "p99, ms");
        for (String candidate : CANDIDATES) {
            report.row(
                    candidate,
                    Report.spread(results.samples(NAME, candidate, RATE), 1),
                    Report.spread(results.samples(NAME, candidate, MEDIAN), 1e6),
                    Report.spread(results.samples(NAME, candidate, P99), 1e6));
        }
    }
}
