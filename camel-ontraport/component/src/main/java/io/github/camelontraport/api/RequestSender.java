package io.github.camelontraport.api;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.ratelimit.RateLimitHeaders;
import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends single requests and reports each response to rate limiter, server clock, context and listener. Thread-safe. */
final class RequestSender {

    static final int TOO_MANY_REQUESTS = 429;

    private final Transport transport;
    private final ServerClock serverClock;
    private final CallListener listener;

    RequestSender(Transport transport, ServerClock serverClock, CallListener listener) {
        this.transport = transport;
        this.serverClock = serverClock;
        this.listener = listener;
    }

    /** Fails, never throws, when the transport throws. */
    CompletableFuture<TransportResponse> send(TransportRequest request, CallContext context) {
        context.onSent();
        listener.sent(context.operation());
        try {
            return transport.send(request).toCompletableFuture();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** @param took from sending the request to the response */
    void onResponse(TransportResponse response, Duration took, Permit permit, CallContext context) {
        RateLimitHeaders headers = RateLimitHeaders.of(response);
        serverClock.onResponse(response.header("date"), took);
        context.onResponse(response.status(), headers.remaining());
        if (response.status() == TOO_MANY_REQUESTS) {
            permit.throttled(headers);
            listener.throttled(context.operation());
        } else {
            permit.answered(headers);
        }
    }

    void onRetry(CallContext context) {
        listener.retried(context.operation());
    }
}
