package io.github.camelontraport.receiver;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.replay.LogCursor;
import io.github.camelontraport.webhook.replay.MissedDeliveryReplayer;
import io.github.camelontraport.webhook.subscription.SubscriptionKeeper;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Processor;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.health.HealthCheckRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the webhooks of one endpoint behind {@code webhook:}. Camel's webhook endpoint lives as long as the context and
 * registers before the server listens, while the route may start and stop several times. The subscription is managed while
 * it is registered and the route runs. Thread-safe.
 */
public final class WebhookReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);
    private static final long UNSUBSCRIBE_TIMEOUT_SECONDS = 10;

    private final ReceiverEndpoint endpoint;
    /** Kept across restarts of the route, so that a replay continues where the last one ended. */
    private final LogCursor cursor = new LogCursor();

    private WebhookConfiguration configuration;
    private volatile String name;
    private boolean registered;
    /** {@code null} while the route is stopped. Volatile, because {@link #status} does not wait for a start or stop. */
    private volatile Running running;
    /** Volatile, because other endpoints read it and must not wait for this one. */
    private volatile ListenAddress address;

    public WebhookReceiver(ReceiverEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    private record Running(
            ReceiverSettings settings,
            SubscriptionKeeper keeper,
            DeliveryDispatcher dispatcher,
            ReplayScheduler replays,
            WebhookHealthCheck healthCheck) {}

    /**
     * Checks and keeps the options of camel-webhook.
     *
     * @throws InvalidInputException when another route has configured this endpoint: Camel gives routes with equal options
     *                               the same endpoint, and only one of them would get the deliveries
     */
    public synchronized void configure(WebhookConfiguration http) {
        if (configuration != null && configuration != http) {
            throw new InvalidInputException(
                    "Another route listens with the same options already. Camel cannot tell the two "
                            + "apart: join them, with one sending on to the other, or give them different options");
        }
        endpoint.check(http);
        configuration = http;
        name = endpoint + " at " + ListenAddress.of(http).path();
    }

    /** Allows another route to configure the endpoint. */
    public synchronized void reset() {
        configuration = null;
    }

    /** Lets the subscription be managed while the route runs. */
    public synchronized void register() {
        registered = true;
        if (running != null) {
            running.keeper.start(running.replays::subscriptionActive);
        }
    }

    public synchronized void unregister() {
        registered = false;
        if (running != null) {
            running.keeper.stop();
        }
    }

    /** Starts to receive for a route. Does nothing when it runs already. */
    public synchronized DeliveryDispatcher start(Processor route) throws Exception {
        if (running == null) {
            // First of all, so that of two routes that start at the same time at least one sees the other.
            address = ListenAddress.of(configuration);
            try {
                refuseSharedAddress(address);
                running = run(route, endpoint.open(configuration));
            } catch (Exception e) {
                address = null;
                throw e;
            }
            HealthCheckRegistry checks = HealthCheckRegistry.get(endpoint.getCamelContext());
            if (checks != null) {
                checks.register(running.healthCheck);
            }
            if (registered) {
                running.keeper.start(running.replays::subscriptionActive);
            } else {
                running.replays.subscriptionUnmanaged();
            }
        }
        return running.dispatcher;
    }

    /** Endpoint and path, for logs: routes may differ in the path only. {@code null} before {@link #configure}. */
    public String name() {
        return name;
    }

    /** Empty while the route is stopped. */
    public Optional<ReceiverStatus> status() {
        return Optional.ofNullable(running)
                .map(open ->
                        new ReceiverStatus(name, open.settings.callbackUrl().url(), open.keeper.status()));
    }

    /** Where deliveries arrive; empty while the route is stopped. */
    public Optional<ListenAddress> listensAt() {
        return Optional.ofNullable(address);
    }

    /** If two routes had the same address, one would get the deliveries of both and ignore those of the other. */
    private void refuseSharedAddress(ListenAddress wanted) {
        List<ListeningEndpoint> others = endpoint.getCamelContext().getEndpoints().stream()
                .filter(ListeningEndpoint.class::isInstance)
                .map(ListeningEndpoint.class::cast)
                .filter(other -> other != endpoint.listeningEndpoint())
                .toList();
        others.stream()
                .filter(other -> other.listensAt().filter(wanted::hasPathOf).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidInputException(
                            "Option webhookPath: " + other + " listens at " + wanted.path() + " already, "
                                    + "and would get the deliveries of this route. Give each route a different webhookPath");
                });
        others.stream()
                .filter(other ->
                        other.listensAt().filter(wanted::hasExternalUrlOf).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidInputException(
                            "Options webhookExternalUrl and webhookPath: together they are the URL of " + other
                                    + ", too, and one URL leads to one route only. Give each route a different URL");
                });
    }

    private Running run(Processor route, ReceiverSettings settings) {
        if (settings.callbackUrl().token().isEmpty()) {
            LOG.warn("{} has no webhookVerifyToken: anyone who knows its URL can forge deliveries", name);
        }
        WebhookApi api = settings.api();
        EventResolver resolver = new EventResolver(settings.event(), api);
        DeliveryDispatcher dispatcher = new DeliveryDispatcher(endpoint, name, route, settings, resolver);
        SubscriptionKeeper keeper = new SubscriptionKeeper(api, settings.callbackUrl(), resolver);
        MissedDeliveryReplayer replayer = new MissedDeliveryReplayer(
                api,
                resolver,
                keeper,
                cursor,
                new ScopedKeyStore(settings.repository(), settings.callbackUrl().url()),
                dispatcher::dispatch);
        ReplayScheduler replays = new ReplayScheduler(endpoint.getCamelContext(), name, settings, replayer);
        WebhookHealthCheck healthCheck = new WebhookHealthCheck(settings, keeper, replays);
        return new Running(settings, keeper, dispatcher, replays, healthCheck);
    }

    /** Stops to receive. Does nothing when it is stopped already. */
    public synchronized void stop() {
        if (running == null) {
            return;
        }
        Running stopping = running;
        running = null;
        address = null;
        stopping.keeper.stop();
        stopping.replays.stop();
        HealthCheckRegistry checks = HealthCheckRegistry.get(endpoint.getCamelContext());
        if (checks != null) {
            checks.unregister(stopping.healthCheck);
        }
        if (registered && !stopping.settings.keepSubscription()) {
            unsubscribe(stopping);
        }
    }

    /** Waits for the API, because the context may close the connection next. */
    private void unsubscribe(Running stopping) {
        try {
            stopping.keeper.remove().toCompletableFuture().get(UNSUBSCRIBE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "The webhook subscription of {} could not be removed: {}",
                    name,
                    stopping.settings.callbackUrl().redact(e.toString()));
        }
    }

    /**
     * Replays missed deliveries in the background.
     *
     * @throws IllegalStateException when the route is not started
     * @throws InvalidInputException without an idempotent repository
     */
    public synchronized void replay() {
        if (running == null) {
            throw new IllegalStateException("The route of " + endpoint + " is not started");
        }
        running.replays.replayOnDemand();
    }
}
