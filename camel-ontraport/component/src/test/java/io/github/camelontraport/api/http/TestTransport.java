package io.github.camelontraport.api.http;

import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;

/** The real transport without Camel, with threads of its own that end with it. */
public final class TestTransport implements Transport {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final ExecutorService connector = Executors.newCachedThreadPool();
    private final ApacheTransport transport;

    public TestTransport(int maxResponseSize, TimeSource timeSource) {
        this(maxResponseSize, timeSource, AMPLE, null);
    }

    TestTransport(int maxResponseSize, TimeSource timeSource, Duration idleTimeout, ProxySettings proxy) {
        CloseableHttpAsyncClient client = PooledClient.of(
                new PoolSettings(AMPLE, idleTimeout, null, proxy, Executors.defaultThreadFactory(), connector),
                timeSource);
        transport = new ApacheTransport(client, maxResponseSize, timeSource, () -> client.close(CloseMode.IMMEDIATE));
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest request) {
        return transport.send(request);
    }

    @Override
    public void close() {
        transport.close();
        connector.shutdownNow();
    }
}
