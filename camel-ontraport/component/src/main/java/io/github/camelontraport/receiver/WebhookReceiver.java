package io.github.camelontraport.receiver;

import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.Repositories;
import io.github.camelontraport.WebhookOptions;
import io.github.camelontraport.account.ClientRegistry.Connection;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.replay.LogCursor;
import io.github.camelontraport.webhook.subscription.SubscriptionKeeper;
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
 * What an endpoint has behind {@code webhook:}. Camel's endpoint of that name lives as long as the context and asks for the
 * subscription before the server listens; the route comes and goes. The subscription is looked after while the route runs.
 */
public final class WebhookReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);
    private static final long LONGEST_GOODBYE_SECONDS = 10;

    private final OntraportEndpoint endpoint;
    /** Beyond stops of the route, so that a repair goes on where the last one ended. */
    private final LogCursor position = new LogCursor();

    private WebhookConfiguration configuration;
    /** In logs, where routes that differ in little else are told apart by their paths. */
    private volatile String name;

    private boolean registered;
    private Running running;
    /** Asked by other endpoints, which must not wait for this one. */
    private volatile ListenAddress place;

    public WebhookReceiver(OntraportEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    private record Running(
            SubscriptionKeeper keeper,
            DeliveryDispatcher route,
            ReplayScheduler repair,
            WebhookHealthCheck health,
            CallbackUrl address) {}

    /** Camel gives routes whose options are the same the same endpoint, of which one would get the other's deliveries. */
    public synchronized void configure(WebhookConfiguration given) {
        if (configuration != null && configuration != given) {
            throw new InvalidInputException(
                    "Another route listens with the same options already. Camel cannot tell the two "
                            + "apart: join them, with one sending on to the other, or give them different options");
        }
        new WebhookOptions(endpoint, given).check();
        configuration = given;
        name = endpoint + " at " + ListenAddress.of(given).path();
    }

    public synchronized void forget() {
        configuration = null;
    }

    public synchronized void register() {
        registered = true;
        if (running != null) {
            running.keeper.start();
        }
    }

    public synchronized void unregister() {
        registered = false;
        if (running != null) {
            running.keeper.stop();
        }
    }

    public synchronized DeliveryDispatcher started(Processor next) throws Exception {
        if (running == null) {
            ListenAddress wanted = ListenAddress.of(configuration);
            refuseShared(wanted);
            running = run(next);
            place = wanted;
            HealthCheckRegistry checks = HealthCheckRegistry.get(endpoint.getCamelContext());
            if (checks != null) {
                checks.register(running.health);
            }
            if (registered) {
                running.keeper.start();
            } else {
                running.repair.begin();
            }
        }
        return running.route;
    }

    /** The endpoint and where it listens; {@code null} before it is configured. */
    public String name() {
        return name;
    }

    public Optional<ListenAddress> listensAt() {
        return Optional.ofNullable(place);
    }

    /** An HTTP server would give the deliveries of both to one of them, which passes over those of the other. */
    private void refuseShared(ListenAddress wanted) {
        endpoint.getCamelContext().getEndpoints().stream()
                .filter(OntraportEndpoint.class::isInstance)
                .map(OntraportEndpoint.class::cast)
                .filter(other -> other != endpoint)
                .filter(other -> other.listensAt().filter(wanted::isThatOf).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidInputException(
                            "Option webhookPath: " + other + " listens at " + wanted.path() + " already, "
                                    + "and would get the deliveries of this route. Give each route a webhookPath of its own");
                });
    }

    private Running run(Processor next) throws Exception {
        WebhookOptions options = new WebhookOptions(endpoint, configuration);
        if (endpoint.getWebhookConfiguration().getIdempotentRepository() != null) {
            Repositories.start(
                    endpoint.getWebhookConfiguration().getIdempotentRepository(), endpoint.getCamelContext());
        }
        Connection connection = endpoint.connection();
        WebhookApi access = new WebhookApi(connection.client(), connection.metadata(), connection.timing());
        EventResolver resolver = new EventResolver(options.wanted(), access);
        CallbackUrl address = options.address();
        tellWeakness(address);
        DeliveryDispatcher route = new DeliveryDispatcher(
                endpoint,
                name,
                next,
                access,
                address,
                resolver,
                new DeliveryDeduplicator(endpoint.getWebhookConfiguration().getIdempotentRepository()));
        ReplayScheduler repair = new ReplayScheduler(endpoint, name, position);
        SubscriptionKeeper keeper = new SubscriptionKeeper(access, address, resolver, repair::begin);
        repair.with(access, address, resolver, keeper, route);
        return new Running(
                keeper, route, repair, new WebhookHealthCheck(endpoint, address.url(), keeper, repair), address);
    }

    private void tellWeakness(CallbackUrl address) {
        if (address.token().isEmpty()) {
            LOG.warn("{} has no webhookVerifyToken: whoever knows its URL can make up deliveries", name);
        }
    }

    public synchronized void stopped() {
        if (running == null) {
            return;
        }
        Running stopping = running;
        running = null;
        place = null;
        stopping.keeper.stop();
        stopping.repair.stop();
        HealthCheckRegistry checks = HealthCheckRegistry.get(endpoint.getCamelContext());
        if (checks != null) {
            checks.unregister(stopping.health);
        }
        if (registered && !endpoint.getWebhookConfiguration().isWebhookKeepSubscription()) {
            remove(stopping);
        }
    }

    /** Waits, as the context may close the connection next. */
    private void remove(Running stopping) {
        try {
            stopping.keeper.remove().toCompletableFuture().get(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "The webhook subscription of {} could not be removed: {}",
                    name,
                    stopping.address.hideTokenIn(e.toString()));
        }
    }

    public synchronized void repair() {
        if (running == null) {
            throw new IllegalStateException("The route of " + endpoint + " is not started");
        }
        running.repair.demand();
    }
}
