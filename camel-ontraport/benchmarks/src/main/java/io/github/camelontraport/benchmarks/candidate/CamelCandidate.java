package io.github.camelontraport.benchmarks.candidate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;

/** What routes are to be measured: both candidates are used through the same direct: endpoints. */
abstract class CamelCandidate implements Candidate {

    private static final String NAME = "candidate";

    private final CamelContext camel;
    final ProducerTemplate template;
    private volatile Consumer<Map<String, Object>> reader;

    CamelCandidate(CamelContext camel, RoutesBuilder routes) {
        this.camel = camel;
        camel.getRegistry().bind(NAME, this);
        start(camel, routes);
        template = camel.createProducerTemplate();
    }

    static void start(CamelContext camel, RoutesBuilder routes) {
        try {
            camel.addRoutes(routes);
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last step of a route that reads: hands the record to the caller. */
    @SuppressWarnings("unchecked")
    static void handOver(Exchange exchange) {
        exchange.getContext()
                .getRegistry()
                .lookupByNameAndType(NAME, CamelCandidate.class)
                .reader
                .accept((Map<String, Object>) exchange.getMessage().getBody());
    }

    /** Sends each id to the route without waiting for the one before. */
    final void concurrently(List<Long> ids, String route) {
        CompletableFuture.allOf(ids.stream()
                        .map(id -> template.asyncRequestBody(route, id))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> get(long id) {
        return template.requestBody("direct:get", id, Map.class);
    }

    @Override
    public CompletableFuture<?> getLater(long id) {
        return template.asyncRequestBody("direct:get", id);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> upsert(Map<String, Object> contact) {
        return template.requestBody("direct:upsert", contact, Map.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> page() {
        return template.requestBody("direct:page", null, List.class);
    }

    @Override
    public void readAll(Consumer<Map<String, Object>> each) {
        reader = each;
        template.requestBody("direct:readAll", (Object) null);
    }

    @Override
    public void upsertAndTag(List<Map<String, Object>> contacts) {
        template.requestBody("direct:upsertAndTag", contacts);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
