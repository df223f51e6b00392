package io.github.camelontraport.benchmarks.candidate;

import io.github.camelontraport.MapStateRepository;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** A route that polls by this component, when it is asked and not by a schedule. */
public final class PollingRoute implements AutoCloseable {

    private static final String ID = "poll";

    private final CamelContext camel;
    private final AtomicLong delivered = new AtomicLong();

    /**
     * @param options what is polled, such as {@code event=created}
     * @param state   where the consumer keeps its position
     */
    public PollingRoute(Account account, String options, ConcurrentMap<String, String> state) {
        camel = OntraportComponentRoutes.context(account);
        camel.getRegistry().bind("state", new MapStateRepository(state));
        CamelCandidate.start(camel, new RouteBuilder() {
            @Override
            public void configure() {
                from("ontraport:contacts?startScheduler=false&stateRepository=#state&" + options)
                        .routeId(ID)
                        .process(exchange -> delivered.incrementAndGet());
            }
        });
    }

    /** Polls once, in this thread. */
    public void poll() {
        ((Runnable) camel.getRoute(ID).getConsumer()).run();
    }

    /** How many records the route got. */
    public long delivered() {
        return delivered.get();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
