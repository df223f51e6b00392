package io.github.camelontraport.api;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.ratelimit.RateLimiter;
import io.github.camelontraport.api.time.TimeSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls the API: waits for the budget, sends, reads the envelope, and sends again where that is safe. Thread-safe,
 * never blocks. What it returns always completes, a stop included; failures are {@link ApiException}s,
 * {@link InvalidInputException}s of requests that cannot be sent at all, and
 * {@link java.util.concurrent.CancellationException}s of what was {@linkplain CallContext#giveUp() given up}.
 */
public final class OntraportClient implements AutoCloseable {

    private final ClientSettings settings;
    private final Link link;
    private final ApiHealth pulse;
    private final Set<RetryingCall> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public OntraportClient(
            ClientSettings settings,
            Transport transport,
            RateLimiter budget,
            TimeSource timing,
            ApiHealth pulse,
            CallListener listener) {
        this.settings = settings;
        this.link = new Link(transport, budget, timing, new ServerClock(timing), listener);
        this.pulse = pulse;
    }

    /** Sends the request on behalf of {@code usage}, and counts there what it takes. */
    public CompletionStage<ApiReply> call(ApiRequest request, CallContext usage) {
        return call(request, usage, settings);
    }

    /** Sends the request of a health check and does not repeat it after a failure. */
    CompletionStage<ApiReply> callOnce(ApiRequest request) {
        return call(request, CallContext.health(), settings.withoutRetries());
    }

    private CompletionStage<ApiReply> call(ApiRequest request, CallContext usage, ClientSettings settings) {
        TransportRequest http;
        try {
            http = http(request);
        } catch (InvalidInputException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<ApiReply> result = new CompletableFuture<>();
        RetryingCall call = new RetryingCall(request, http, usage, settings, link, result);
        CompletionStage<ApiReply> heard = result.whenComplete((reply, failure) -> {
            underWay.remove(call);
            call.giveUpTurn();
            if (!(failure instanceof CancellationException)) {
                pulse.record(failure);
            }
            link.listener().ended(usage.operation(), failure == null);
        });
        underWay.add(call);
        if (closed) {
            call.stop();
        } else {
            call.start();
        }
        return heard;
    }

    /**
     * The time at the server, never ahead of it and at most some seconds behind; empty while no reply told it.
     */
    public Optional<Instant> serverTime() {
        return link.serverClock().now();
    }

    /** Whether the API answers these credentials. */
    public ApiHealth pulse() {
        return pulse;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Ends what is under way exceptionally, and refuses what comes after. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(RetryingCall::stop);
    }

    private TransportRequest http(ApiRequest request) {
        // Names in any case are one header: otherwise "api-key" would travel beside, or instead of, "Api-Key".
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.put("Accept", "application/json");
        if (request.body().contentType() != null) {
            headers.put("Content-Type", request.body().contentType());
        }
        // Last, so that nothing above can replace them.
        headers.putAll(settings.credentials().headers());
        String query = request.query().isEmpty() ? "" : "?" + PercentEncoding.query(request.query());
        try {
            URI uri = new URI(settings.baseUrl() + request.path() + query);
            return new TransportRequest(
                    request.method(), uri, headers, request.body().bytes(), settings.requestTimeout());
        } catch (URISyntaxException e) {
            throw new InvalidInputException("Path '" + request.path() + "' cannot be part of a URL");
        }
    }
}
