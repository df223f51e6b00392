package io.github.camelontraport.route.poll;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.support.MovedClock;
import io.github.camelontraport.support.SandboxTestSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.BeforeEach;

/** Routes whose polls a test makes itself, one by one, so that it need not wait and can count. */
abstract class PollingTestSupport extends SandboxTestSupport {

    static final String ROUTE = "watch";

    /** What the route got, in order. */
    final List<Exchange> got = new ArrayList<>();

    @BeforeEach
    void unlimited() {
        sandbox().requestsPerMinute(1_000_000);
    }

    @Override
    public void configure(OntraportComponent component) {
        component.setRequestsPerMinute(1_000_000);
    }

    /** Starts the route; nothing is polled until {@link #poll}. */
    OntraportConsumer watch(String uri) throws Exception {
        return watch(ROUTE, uri, route -> {});
    }

    OntraportConsumer watch(String routeId, String uri, Consumer<RouteDefinition> more) throws Exception {
        return watchOf("ontraport", routeId, uri, more);
    }

    /** @param component name of the component whose endpoint is watched */
    OntraportConsumer watchOf(String component, String routeId, String uri, Consumer<RouteDefinition> more)
            throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                RouteDefinition route = from(component + ":" + uri + (uri.contains("?") ? "&" : "?")
                                + "startScheduler=false")
                        .routeId(routeId);
                more.accept(route);
                route.process(exchange -> got.add(exchange.copy()));
            }
        });
        return (OntraportConsumer) context.getRoute(routeId).getConsumer();
    }

    /** A component named second, as in another process. */
    MovedClock secondNode() {
        MovedClock clock = new MovedClock();
        OntraportComponent second = RootPackage.component(clock);
        context.addComponent("second", second);
        setUp(second);
        return clock;
    }

    /** Polls once, as the scheduler would, and returns what came. */
    List<Exchange> poll(OntraportConsumer consumer) {
        got.clear();
        consumer.run();
        return List.copyOf(got);
    }

    List<String> polledIds(OntraportConsumer consumer) {
        return ids(poll(consumer));
    }

    static List<String> ids(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> header(exchange, OntraportConstants.OBJECT_ID, String.class))
                .toList();
    }

    static <T> T header(Exchange exchange, String name, Class<T> type) {
        return exchange.getMessage().getHeader(name, type);
    }

    static long contact(String firstname) {
        return sandbox().create(CONTACTS, Map.of("firstname", firstname));
    }

    static List<String> contacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Long.toString(contact("C" + i)))
                .toList();
    }

    /** The requests that the polls of this make. */
    static int requests(Runnable polls) {
        int before = sandbox().requestCount();
        polls.run();
        return sandbox().requestCount() - before;
    }

    static void later(int seconds) {
        sandbox().clock().advance(Duration.ofSeconds(seconds));
    }
}
