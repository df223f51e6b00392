package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.docs.Block.Run;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.RoutePolicySupport;
import org.awaitility.Awaitility;

/** A Camel context whose ontraport component talks to a sandbox, and what came out of its routes. */
final class ExampleRun extends EventNotifierSupport implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DIRECT = "direct://";

    private final OntraportSandbox sandbox;
    private final PolledAccount account;
    private final CamelContext context;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    /** Adds routes to the context, or uses it. */
    @FunctionalInterface
    interface Work {

        void with(OntraportSandbox sandbox, CamelContext context) throws Exception;
    }

    /** @param folder where files with relative names are kept that examples make */
    ExampleRun(OntraportSandbox sandbox, Path folder) {
        this.sandbox = sandbox;
        this.account = new PolledAccount(sandbox, folder);
        sandbox.reset();
        context = SandboxContext.of(sandbox);
        context.addLifecycleStrategy(account);
        context.addRoutePolicyFactory((unused, routeId, definition) -> new RoutePolicySupport() {

            @Override
            public void onExchangeDone(Route route, Exchange exchange) {
                if (!route.getRouteId().equals(exchange.getFromRouteId())) {
                    // It came from another route; the event of its end names that one.
                    ended.add(route.getRouteId());
                }
            }
        });
        context.getManagementStrategy().addEventNotifier(this);
    }

    /** Starts the routes and sees to it that an exchange goes through every one of them. */
    void routes(Work work, Run run) throws Exception {
        work.with(sandbox, context);
        WebhookSurroundings listening = new WebhookSurroundings(context);
        listening.serve();
        context.start();
        assertThat(context.getRoutes()).as("routes of the example").isNotEmpty();
        if (run.status() != null) {
            sandbox.faults().always().status(run.status(), "The sandbox is set to answer this");
        }
        boolean watches = watch(run);
        if (!listening.happen(sandbox, endpoint -> account.happen(endpoint, run.record())) && !watches) {
            send(run);
        }
        Set<String> routes = context.getRoutes().stream().map(Route::getRouteId).collect(Collectors.toSet());
        Awaitility.await("an exchange through every route").atMost(PATIENCE).until(() -> ended.containsAll(routes));
        assertThat(failures).as("failures").isEqualTo(run.fails() == null ? List.of() : List.of(run.fails()));
        if (run.expect() != null) {
            // What was handed over may end later than what handed it over.
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(bodies)
                    .as("bodies")
                    .anySatisfy(body -> assertThat(body).contains(run.expect())));
        }
        account.assertFilesAreKept();
    }

    /** Runs what is no route, in a context that has started. */
    void statements(Work work) throws Exception {
        context.start();
        work.with(sandbox, context);
    }

    /**
     * Polls, as the scheduler would, before and after something has happened that each consumer is to tell.
     *
     * @return whether there are consumers; then other routes get what they send
     */
    private boolean watch(Run run) {
        List<OntraportConsumer> consumers = context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(OntraportConsumer.class::isInstance)
                .map(OntraportConsumer.class::cast)
                .toList();
        consumers.forEach(OntraportConsumer::run);
        consumers.forEach(consumer -> account.happen((OntraportEndpoint) consumer.getEndpoint(), run.record()));
        consumers.forEach(OntraportConsumer::run);
        return !consumers.isEmpty();
    }

    private void send(Run run) throws Exception {
        List<String> inputs = context.getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri())
                .filter(uri -> uri.startsWith(DIRECT))
                .toList();
        if (!inputs.isEmpty()) {
            try (ProducerTemplate template = context.createProducerTemplate()) {
                template.request(inputs.get(0), exchange -> {
                    exchange.getMessage().setBody(run.body());
                    exchange.getMessage().getHeaders().putAll(run.headers() == null ? Map.of() : run.headers());
                });
            }
        }
    }

    @Override
    public void notify(CamelEvent event) {
        Exchange exchange = ((ExchangeEvent) event).getExchange();
        if (event.getType() == CamelEvent.Type.ExchangeFailed) {
            failures.add(exchange.getException().getClass().getSimpleName());
        }
        bodies.add(String.valueOf(exchange.getMessage().getBody()));
        ended.add(String.valueOf(exchange.getFromRouteId()));
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return Set.of(CamelEvent.Type.ExchangeCompleted, CamelEvent.Type.ExchangeFailed)
                        .contains(event.getType())
                && ((ExchangeEvent) event).getExchange().getFromRouteId() != null;
    }

    @Override
    public void close() {
        context.stop();
    }
}
