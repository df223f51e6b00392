package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.budget.Budget;
import io.github.camelontraport.api.budget.Budget.Permit;
import io.github.camelontraport.api.budget.RateHeaders;
import io.github.camelontraport.api.http.HttpCall;
import io.github.camelontraport.api.http.HttpReply;
import io.github.camelontraport.api.http.ReplyTooLargeException;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.time.Timing;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call with its repeats, in this order of questions:
 * <ol>
 * <li>HTTP 429: it was not executed. The whole budget pauses and the call is sent again, whatever its verb; this does
 * not count as a retry, but its waiting is bounded by {@code rateLimitTimeout}.
 * <li>No connection: it was not sent. Sent again, whatever its verb.
 * <li>5xx, no reply in time, connection lost after sending: it may have been executed. Sent again only when the
 * request's repeat rule says that doing it twice is doing it once.
 * <li>Everything else is final.
 * </ol>
 */
final class Call {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportClient.class);

    private final ApiRequest request;
    private final HttpCall http;
    private final Usage usage;
    private final ClientSettings settings;
    private final Transport transport;
    private final Budget budget;
    private final Timing timing;
    private final CompletableFuture<ApiReply> result;
    private final long deadline;
    private int attempts;
    private int failures;
    private boolean inDoubt;

    Call(ApiRequest request, HttpCall http, Usage usage, ClientSettings settings, Transport transport, Budget budget,
         Timing timing, CompletableFuture<ApiReply> result) {
        this.request = request;
        this.http = http;
        this.usage = usage;
        this.settings = settings;
        this.transport = transport;
        this.budget = budget;
        this.timing = timing;
        this.result = result;
        this.deadline = timing.nanoTime() + settings.rateLimitTimeout().toNanos();
    }

    void start() {
        Duration left = Duration.ofNanos(Math.max(0, deadline - timing.nanoTime()));
        budget.acquire(left).whenComplete(safely((permit, failure) -> {
            if (failure != null) {
                fail(ApiException.details(Kind.RATE_LIMITED, request + " was not sent")
                        .text(root(failure).getMessage()).retryable(true), root(failure));
            } else if (result.isDone()) {
                permit.done();
            } else {
                send(permit);
            }
        }));
    }

    private void send(Permit permit) {
        attempts++;
        usage.sent();
        sendSafely().whenComplete(safely((reply, failure) -> {
            if (failure == null && reply.status() == 429) {
                usage.replied(429, RateHeaders.remaining(reply));
                permit.throttled(RateHeaders.pause(reply));
                LOG.debug("{} answered HTTP 429, attempt {}", request, attempts);
                afterThrottling(reply);
                return;
            }
            permit.done();
            if (failure != null) {
                LOG.debug("{} got no reply, attempt {}: {}", request, attempts, root(failure).getClass().getName());
                onFailure(root(failure));
            } else {
                usage.replied(reply.status(), RateHeaders.remaining(reply));
                LOG.debug("{} answered HTTP {}, attempt {}", request, reply.status(), attempts);
                onReply(reply);
            }
        }));
    }

    private CompletionStage<HttpReply> sendSafely() {
        try {
            return transport.send(http);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void afterThrottling(HttpReply reply) {
        if (deadline - timing.nanoTime() > 0) {
            start();
            return;
        }
        try {
            Envelope.read(request, reply);
        } catch (Envelope.Refused refused) {
            fail(refused.details(), null);
        }
    }

    private void onReply(HttpReply reply) {
        try {
            result.complete(Envelope.read(request, reply));
        } catch (Envelope.Refused refused) {
            if (reply.status() == 404 && inDoubt && request.repeat().goneMeansDone()) {
                result.complete(ApiReply.EMPTY);
            } else if (reply.status() >= 500) {
                repeatIfSafe(refused.details(), null);
            } else if (reply.status() < 300) {
                failOpen(refused.details(), null);
            } else {
                fail(refused.details(), null);
            }
        }
    }

    private void onFailure(Throwable failure) {
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            repeat(details("could not connect to " + settings.baseUrl().getAuthority(), failure).retryable(true), failure);
        } else if (failure instanceof SSLHandshakeException) {
            fail(details("found no trusted TLS connection", failure), failure);
        } else if (failure instanceof ReplyTooLargeException) {
            failOpen(details("was answered", failure), failure);
        } else if (failure instanceof HttpTimeoutException) {
            repeatIfSafe(details("got no reply within " + settings.requestTimeout().toMillis()
                    + " ms (requestTimeout)", null).retryable(true), failure);
        } else if (failure instanceof IOException) {
            repeatIfSafe(details("lost its connection", failure).retryable(true), failure);
        } else {
            failOpen(details("failed", failure), failure);
        }
    }

    private ApiException.Details details(String what, Throwable failure) {
        return ApiException.details(Kind.CONNECTION, request + " " + what)
                .text(failure == null ? null : failure.getMessage());
    }

    private void repeatIfSafe(ApiException.Details details, Throwable cause) {
        request.repeat().mayRepeat().whenComplete(safely((repeatable, failure) -> {
            if (failure == null && repeatable) {
                inDoubt = true;
                repeat(details, cause);
            } else {
                fail(details.outcomeUnknown(true).retryable(false), cause);
            }
        }));
    }

    private void repeat(ApiException.Details details, Throwable cause) {
        failures++;
        if (settings.retry().allows(failures)) {
            timing.after(settings.retry().pauseAfter(failures)).whenComplete(safely((done, stopped) -> {
                if (stopped != null) {
                    fail(details, cause);
                } else {
                    start();
                }
            }));
        } else {
            fail(details, cause);
        }
    }

    /** Fails a call that was executed, or may have been, and is not sent again. */
    private void failOpen(ApiException.Details details, Throwable cause) {
        request.repeat().mayRepeat().whenComplete(safely((repeatable, failure) ->
                fail(details.outcomeUnknown(failure != null || !repeatable), cause)));
    }

    private void fail(ApiException.Details details, Throwable cause) {
        result.completeExceptionally(details.attempts(attempts).build(cause));
    }

    /** A step that never leaves the call without an answer, not even when it is faulty itself. */
    private <T> BiConsumer<T, Throwable> safely(BiConsumer<T, Throwable> step) {
        return (value, failure) -> {
            try {
                step.accept(value, failure);
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        };
    }

    private static Throwable root(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
