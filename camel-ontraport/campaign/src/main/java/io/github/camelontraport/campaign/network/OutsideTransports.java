package io.github.camelontraport.campaign.network;

import io.github.camelontraport.account.ClientEnvironment;
import io.github.camelontraport.account.ConnectionSettings;
import io.github.camelontraport.api.http.ProxySettings;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.TimeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;

/** The component's own HTTP clients, for requests that meet a broken server. Made when needed. Thread-safe. */
final class OutsideTransports implements AutoCloseable {

    private static final int NO_PROXY = 0;

    private final CamelContext context;
    private final ConnectionSettings settings;
    private final Executor executor;
    private final TimeSource timing;
    private final Map<Integer, Transport> transports = new HashMap<>();
    private boolean closed;

    OutsideTransports(CamelContext context, ConnectionSettings settings, Executor executor, TimeSource timing) {
        this.context = context;
        this.settings = settings;
        this.executor = executor;
        this.timing = timing;
    }

    Transport direct() {
        return through(NO_PROXY);
    }

    synchronized Transport through(int proxyPort) {
        if (closed) {
            return request -> Ways.dropped();
        }
        return transports.computeIfAbsent(
                proxyPort,
                port -> ClientEnvironment.REAL.transport(
                        context,
                        new ConnectionSettings(
                                null,
                                settings.connectTimeout(),
                                settings.idleTimeout(),
                                null,
                                port == NO_PROXY ? null : new ProxySettings("127.0.0.1", port, null, null),
                                settings.requestsPerMinute(),
                                settings.rateLimitTimeout()),
                        executor,
                        timing));
    }

    @Override
    public synchronized void close() {
        closed = true;
        transports.values().forEach(Transport::close);
    }
}
