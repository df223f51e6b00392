package io.github.camelontraport.account;

import io.github.camelontraport.api.async.Futures;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.StatefulService;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes that are being stopped. Camel waits for their exchanges, which would wait for others to be joined with that no
 * longer come; so their requests are sent at once. Camel announces a stop to the services of a route, but not to the
 * producers in it. Thread-safe.
 */
public final class StoppingRoutes extends LifecycleStrategySupport {

    private static final Logger LOG = LoggerFactory.getLogger(StoppingRoutes.class);

    private final ClientRegistry clients;
    private final Map<String, Stop> stops = new ConcurrentHashMap<>();
    /** Cleared with the component's stop: routes keep their listeners, and must not keep a removed component. */
    private final AtomicReference<ClientRegistry> attached = new AtomicReference<>();

    public StoppingRoutes(ClientRegistry clients) {
        this.clients = clients;
    }

    /** A stop that has begun, in milliseconds of the system's clock. */
    private record Stop(Route route, long begun) {

        /** An aborted stop is not announced; but then the route's consumer runs, and creates exchanges. */
        boolean isAborted(Exchange exchange) {
            return exchange.getClock().getCreated() > begun
                    && route.getConsumer() instanceof StatefulService consumer
                    && consumer.isStarted()
                    && !consumer.isSuspended();
        }
    }

    /** Called by Camel before it waits for the exchanges of the route. Equal for one route, so that it is added once. */
    private record StopListener(AtomicReference<ClientRegistry> clients, Map<String, Stop> stops, Route route)
            implements Service, ShutdownPrepared {

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            if (!suspendOnly) {
                // Camel does not announce that a suspended route goes on; what comes late there waits for batchDelay.
                stops.put(route.getId(), new Stop(route, System.currentTimeMillis()));
            }
            ClientRegistry attached = clients.get();
            if (attached != null) {
                attached.flush();
            }
        }

        @Override
        public void start() {
            stops.remove(route.getId());
        }

        @Override
        public void stop() {
            stops.remove(route.getId());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof StopListener listener && listener.clients == clients && listener.route == route;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(clients) + System.identityHashCode(route);
        }
    }

    /** Begins to observe the routes of the context, also those that it has already: a component may be made late, by toD. */
    public void attach(CamelContext context) {
        attached.set(clients);
        context.addLifecycleStrategy(this);
        onRoutesAdd(context.getRoutes());
    }

    public void detach(CamelContext context) {
        context.getLifecycleStrategies().remove(this);
        attached.set(null);
        stops.clear();
    }

    /** Whether a route that the exchange came from, or is in, is being stopped. */
    public boolean have(Exchange exchange) {
        return !stops.isEmpty()
                && (has(exchange.getFromRouteId(), exchange) || has(ExchangeHelper.getRouteId(exchange), exchange));
    }

    private boolean has(String id, Exchange exchange) {
        Stop stop = id == null ? null : stops.get(id);
        if (stop != null && stop.isAborted(exchange)) {
            stops.remove(id, stop);
            return false;
        }
        return stop != null;
    }

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        routes.forEach(route -> route.addService(new StopListener(attached, stops, route)));
    }

    @Override
    public void onContextStopping(CamelContext context) {
        // Before routes are stopped one after the other.
        Futures.onEnd(clients.drain(), (sent, failure) -> LOG.debug("Batches are sent as the context stops", failure));
    }
}
