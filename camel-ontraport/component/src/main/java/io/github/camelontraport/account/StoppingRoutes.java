package io.github.camelontraport.account;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * The routes that are being stopped. Camel waits for their exchanges, which would wait for others to be joined with that no
 * longer come; so their requests are sent at once. Camel announces a stop to the services of a route, but not to the
 * producers in it. Thread-safe.
 */
public final class StoppingRoutes extends LifecycleStrategySupport {

    private final ClientRegistry clients;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    public StoppingRoutes(ClientRegistry clients) {
        this.clients = clients;
    }

    /** Called by Camel before it waits for the exchanges of the route. Equal for one route, so that it is added once. */
    private record StopListener(StoppingRoutes routes, String id) implements Service, ShutdownPrepared {

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            if (!suspendOnly) {
                // Camel does not announce that a suspended route goes on; what comes late there waits for batchDelay.
                routes.ids.add(id);
            }
            routes.clients.flush();
        }

        @Override
        public void start() {
            routes.ids.remove(id);
        }

        @Override
        public void stop() {
            routes.ids.remove(id);
        }
    }

    public void watch(Collection<Route> routes) {
        routes.forEach(route -> route.addService(new StopListener(this, route.getId())));
    }

    /** Whether a route that the exchange came from, or is in, is being stopped. */
    public boolean have(Exchange exchange) {
        return !ids.isEmpty() && (has(exchange.getFromRouteId()) || has(ExchangeHelper.getRouteId(exchange)));
    }

    private boolean has(String id) {
        return id != null && ids.contains(id);
    }

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        watch(routes);
    }

    @Override
    public void onContextStopping(CamelContext context) {
        // Before routes are stopped one after the other.
        CompletableFuture<Void> unused = clients.drain();
    }
}
