package io.github.camelontraport.api;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.ratelimit.RateLimiter;
import io.github.camelontraport.api.time.TimeSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls the API: waits for a permit of the rate limiter, sends, reads the envelope, and sends again where that is safe.
 * Thread-safe, never blocks. Every returned stage completes, also when the client is closed. Failures are
 * {@link ApiException}s, {@link InvalidInputException}s of requests that cannot be sent at all, and
 * {@link java.util.concurrent.CancellationException}s of calls that were
 * {@linkplain CallContext#cancelWaiting() cancelled}.
 */
public final class OntraportClient implements AutoCloseable {

    private final ClientSettings settings;
    private final RequestHeaders headers;
    private final RequestSender sender;
    private final RateLimiter limiter;
    private final TimeSource timeSource;
    private final ServerClock serverClock;
    private final ApiHealth health;
    private final CallListener listener;
    private final Set<RetryingCall> openCalls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public OntraportClient(
            ClientSettings settings,
            Transport transport,
            RateLimiter limiter,
            TimeSource timeSource,
            ApiHealth health,
            CallListener listener) {
        this.settings = settings;
        this.headers = new RequestHeaders(settings.credentials());
        this.limiter = limiter;
        this.timeSource = timeSource;
        this.serverClock = new ServerClock(timeSource);
        this.listener = new GuardedListener(listener);
        this.sender = new RequestSender(transport, serverClock, this.listener);
        this.health = health;
    }

    /** Sends the request and counts in {@code context} the HTTP requests that it takes. */
    public CompletionStage<ApiReply> call(ApiRequest request, CallContext context) {
        return call(request, context, settings);
    }

    private CompletionStage<ApiReply> call(ApiRequest request, CallContext context, ClientSettings settings) {
        TransportRequest transportRequest;
        try {
            transportRequest = toTransportRequest(request);
        } catch (InvalidInputException e) {
            return CompletableFuture.failedFuture(e);
        }
        RetryingCall call = new RetryingCall(request, transportRequest, context, settings, sender, limiter, timeSource);
        CompletionStage<ApiReply> recorded = call.result().whenComplete((reply, failure) -> {
            openCalls.remove(call);
            call.releasePendingPermit();
            if (!(failure instanceof CancellationException)) {
                health.record(failure);
            }
            listener.ended(context.operation(), failure == null);
        });
        openCalls.add(call);
        if (closed) {
            call.stop();
        } else {
            call.start();
        }
        return recorded;
    }

    /**
     * The server's time according to its last response: never ahead of it, at most some seconds behind. Empty before
     * the first response with a date.
     */
    public Optional<Instant> serverTime() {
        return serverClock.now();
    }

    /**
     * The failure that makes the API unhealthy for these credentials, or empty. Sends a request, without retries, only
     * when no call of the credentials ended within the last minute. The stage never fails.
     *
     * @param probe the request to send, a cheap read
     */
    public CompletionStage<Optional<ApiException>> checkHealth(ApiRequest probe) {
        return health.check(() -> call(probe, CallContext.health(), settings.withoutRetries()));
    }

    public boolean isClosed() {
        return closed;
    }

    /** Ends all open calls exceptionally and refuses later ones. */
    @Override
    public void close() {
        closed = true;
        openCalls.forEach(RetryingCall::stop);
    }

    private TransportRequest toTransportRequest(ApiRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + PercentEncoding.query(request.query());
        try {
            URI uri = new URI(settings.baseUrl() + request.path() + query);
            return new TransportRequest(
                    request.method(), uri, headers.of(request), request.body().bytes(), settings.requestTimeout());
        } catch (URISyntaxException e) {
            throw new InvalidInputException("Path '" + request.path() + "' cannot be part of a URL");
        }
    }
}
