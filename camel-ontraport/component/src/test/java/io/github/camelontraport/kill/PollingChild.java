package io.github.camelontraport.kill;

import io.github.camelontraport.AtomicFileStateRepository;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The JVM that polls contacts, a route for each event, all on one state file, and prints what is delivered. */
final class PollingChild {

    private static final long LONGEST_WAIT_FOR_DELETIONS = 3_000;

    /** The tag that is watched. */
    static final String TAG = "VIP";
    /** The field that numbers the versions of a contact. */
    static final String VERSION = "firstname";

    static final List<String> EVENTS = List.of("created", "updated", "tagged", "deleted");

    /** No more than these, so that a delivery key of an update stands for one version: tags would change it too. */
    private static final String FIELDS = "dlm," + VERSION;

    private static final long LONGEST_WORK = Duration.ofMillis(2).toNanos();

    private PollingChild() {}

    /** For {@link #main}. */
    static List<String> arguments(Path folder, OntraportSandbox account, long settleTime) {
        return ChildAccount.arguments(account, state(folder).toString(), Long.toString(settleTime));
    }

    static Path state(Path folder) {
        return folder.resolve("ontraport.state");
    }

    public static void main(String[] args) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("state", new AtomicFileStateRepository(Path.of(args[3])));
            ChildAccount.connect(context, List.of(args));
            for (String event : EVENTS) {
                context.addRoutes(route("ontraport:contacts?", event, args[4]));
            }
            context.start();
            ChildProcess.untilTold();
        }
    }

    /** A deletion is delivered only after the settle time, for which the test does not wait long. */
    private static long settleTime(String event, String settleTime) {
        long millis = Long.parseLong(settleTime);
        return event.equals("deleted") ? Math.min(millis, LONGEST_WAIT_FOR_DELETIONS) : millis;
    }

    /** @param from the URI that the options of the event follow */
    static RouteBuilder route(String from, String event, String settleTime) {
        List<String> options = new ArrayList<>(List.of(
                "event=" + event,
                "stateRepository=#state",
                "settleTime=" + settleTime(event, settleTime),
                "initialDelay=0",
                "delay=20"));
        if (!event.equals("deleted")) {
            options.addAll(List.of("startFrom=beginning", "listFields=" + FIELDS));
        }
        if (event.equals("tagged")) {
            options.add("tag=" + TAG);
        }
        return new RouteBuilder() {

            @Override
            public void configure() {
                from(from + String.join("&", options)).routeId(event).process(exchange -> {
                    work();
                    ChildProcess.print(delivery(event, exchange).line());
                });
            }
        };
    }

    /** A route takes its time, so that kills also come before it is done. */
    private static void work() {
        long from = System.nanoTime();
        long some = ThreadLocalRandom.current().nextLong(LONGEST_WORK);
        while (System.nanoTime() - from < some) {
            Thread.onSpinWait();
        }
    }

    private static PrintedDelivery delivery(String event, Exchange exchange) {
        Map<?, ?> record = exchange.getMessage().getBody() instanceof Map<?, ?> map ? map : Map.of();
        return new PrintedDelivery(
                event,
                exchange.getMessage().getHeader(OntraportConstants.OBJECT_ID, Long.class),
                exchange.getMessage().getHeader(OntraportConstants.DELIVERY_KEY, String.class),
                String.valueOf(record.get("dlm")),
                String.valueOf(record.get(VERSION)));
    }
}
