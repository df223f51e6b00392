package io.github.camelontraport.api.http;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.reactor.IOReactorStatus;

/**
 * Sends over Apache HttpClient 5. Responses complete on the library's I/O threads. It times requests itself, by a clock that
 * tests substitute, from the call to the last byte of the response.
 */
public final class ApacheTransport implements Transport {

    private final CloseableHttpAsyncClient client;
    private final RequestConfig requestConfig;
    private final int maxResponseSize;
    private final ResponseTimeouts timeouts;
    private final Runnable onClose;
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param client       started here when it is not running
     * @param maxResponseSize longest response body accepted, in bytes; a longer one fails with an
     *                     {@link java.io.IOException}
     * @param onClose      closes the client, unless it belongs to the application
     */
    public ApacheTransport(
            CloseableHttpAsyncClient client, int maxResponseSize, TimeSource timeSource, Runnable onClose) {
        this.client = client;
        this.maxResponseSize = maxResponseSize;
        this.timeouts = new ResponseTimeouts(timeSource);
        this.onClose = onClose;
        this.requestConfig = requestConfig(client);
        client.start();
    }

    /**
     * Holds for clients of applications, too. A redirect would carry the credentials elsewhere; a compressed body would be
     * larger than the limit sees.
     */
    private static RequestConfig requestConfig(CloseableHttpAsyncClient client) {
        RequestConfig given = client instanceof Configurable configured ? configured.getConfig() : null;
        return RequestConfig.copy(given == null ? RequestConfig.DEFAULT : given)
                .setRedirectsEnabled(false)
                .setCookieSpec(StandardCookieSpec.IGNORE)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .setHardCancellationEnabled(true)
                .build();
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest request) {
        if (!RequestSyntax.allows(request)) {
            // Without a text that repeats the value of a header, perhaps a key.
            return CompletableFuture.failedFuture(new InvalidRequestException());
        }
        Exchange exchange = new Exchange();
        open.add(exchange);
        if (closed || client.getStatus().compareTo(IOReactorStatus.ACTIVE) > 0) {
            exchange.result.completeExceptionally(new NotSentException("the HTTP client is closed", false, null));
        } else {
            exchange.start(request);
        }
        return exchange.result;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(exchange -> exchange.abort(new IOException("the HTTP client was closed before the reply came")));
        onClose.run();
    }

    private static AsyncRequestProducer producer(TransportRequest request, HttpHost host) {
        URI uri = request.uri();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        BasicHttpRequest head = new BasicHttpRequest(
                request.method(), host, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            head.addHeader(new MaskedHeader(header.getKey(), header.getValue()));
        }
        return new BasicRequestProducer(
                head, request.body() == null ? null : new BasicAsyncEntityProducer(request.body(), null));
    }

    /** Its cancellation fails the request with what is known of it. */
    private static final class Reply extends CompletableFuture<TransportResponse> {

        private final Exchange exchange;

        Reply(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            exchange.abort(new IOException("the request was given up before the reply came"));
            return isCompletedExceptionally();
        }

        /** Stages behind this one are cancelled alone. */
        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }

    /** One request under way. */
    private final class Exchange implements FutureCallback<TransportResponse> {

        private final ExchangeContext context = new ExchangeContext(requestConfig);
        private final CompletableFuture<TransportResponse> result = new Reply(this);
        private volatile Future<TransportResponse> sending = CompletableFuture.completedFuture(null);

        Exchange() {
            Futures.onEnd(result, (response, failure) -> open.remove(this));
        }

        void start(TransportRequest request) {
            HttpHost host = HttpHost.create(request.uri());
            try {
                sending = client.execute(
                        host,
                        producer(request, host),
                        new LimitedResponseConsumer(maxResponseSize, this::answered),
                        null,
                        context,
                        this);
            } catch (RuntimeException e) {
                failed(e);
            }
            if (!result.isDone()) {
                ResponseTimeouts.Deadline deadline = timeouts.after(request.timeout(), this::abort);
                Futures.onEnd(result, (response, failure) -> deadline.cancel());
            }
            if (closed) {
                abort(new IOException("the HTTP client was closed before the reply came"));
            }
        }

        void abort(IOException reason) {
            context.giveUp();
            result.completeExceptionally(FailureClassifier.of(reason, context));
            // Closes the connection.
            sending.cancel(true);
        }

        @Override
        public void completed(TransportResponse response) {
            // The connection is not free yet.
        }

        private void answered(TransportResponse response) {
            if (context.isUnsent()) {
                // The library passes on what a proxy said instead of making the tunnel.
                result.completeExceptionally(FailureClassifier.ofTunnel(response.status()));
            } else {
                result.complete(response);
            }
        }

        @Override
        public void failed(Exception failure) {
            result.completeExceptionally(FailureClassifier.of(failure, context));
        }

        @Override
        public void cancelled() {
            failed(new CancellationException("the request was cancelled"));
        }
    }
}
