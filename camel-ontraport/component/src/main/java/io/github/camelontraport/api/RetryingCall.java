package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Details;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.http.NotSentException;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.log.SafeLogger;
import io.github.camelontraport.api.ratelimit.Priority;
import io.github.camelontraport.api.ratelimit.RateLimitTimeoutException;
import io.github.camelontraport.api.ratelimit.RateLimiter;
import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One call with its repeats, in this order of questions:
 * <ol>
 * <li>HTTP 429: it was not executed. The rate limiter pauses and the call is sent again, whatever its method; no retry,
 * but its waiting is bounded by {@code rateLimitTimeout}.
 * <li>No connection: it was not sent. Sent again, whatever its method.
 * <li>5xx, no response in time or one cut short, connection lost after sending: it may have been executed. Sent again
 * only when the request's retry rule says that doing it twice is doing it once.
 * <li>Everything else is final.
 * </ol>
 */
final class RetryingCall {

    private static final SafeLogger LOG = SafeLogger.of(RetryingCall.class);

    private final ApiRequest request;
    private final TransportRequest transportRequest;
    private final CallContext context;
    private final ClientSettings settings;
    private final RequestSender sender;
    private final RateLimiter limiter;
    private final TimeSource timeSource;

    private final CompletableFuture<ApiReply> result = new CompletableFuture<>();
    private final Runnable cancellation = this::cancelWaiting;
    /** How long the exchange waited for other exchanges before this call. */
    private final Duration alreadyWaited;
    /** Shrinks only while waiting for permits: a slow server does not shorten the wait that is allowed. */
    private Duration waitTimeout;

    private int failures;
    private boolean throttled;
    private volatile CompletableFuture<Permit> pendingPermit = new CompletableFuture<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean inFlight;
    /** The request that was sent last. */
    private volatile CompletableFuture<TransportResponse> sent = CompletableFuture.completedFuture(null);

    private volatile boolean stopped;
    /** An attempt that failed may have been executed. */
    private volatile boolean maybeExecuted;

    RetryingCall(
            ApiRequest request,
            TransportRequest transportRequest,
            CallContext context,
            ClientSettings settings,
            RequestSender sender,
            RateLimiter limiter,
            TimeSource timeSource) {
        this.request = request;
        this.transportRequest = transportRequest;
        this.context = context;
        this.settings = settings;
        this.sender = sender;
        this.limiter = limiter;
        this.timeSource = timeSource;
        this.alreadyWaited = context.takeAlreadyWaited();
        this.waitTimeout = atLeastZero(settings.rateLimitTimeout().minus(alreadyWaited));
    }

    private static Duration atLeastZero(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    CompletableFuture<ApiReply> result() {
        return result;
    }

    void start() {
        long startedAt = timeSource.nanoTime();
        context.onWaiting(cancellation);
        Priority priority = throttled ? context.priority().afterThrottling() : context.priority();
        Futures.guarded(() -> pendingPermit = limiter.acquire(priority, waitTimeout))
                .whenComplete(guarded((permit, failure) -> {
                    context.onWaitingEnded(cancellation);
                    long waited = timeSource.nanoTime() - startedAt;
                    context.onWaited(waited);
                    waitTimeout = atLeastZero(waitTimeout.minusNanos(waited));
                    if (failure != null) {
                        onNoPermit(Futures.cause(failure));
                    } else if (result.isDone()) {
                        permit.unused();
                    } else {
                        send(permit);
                    }
                }));
        if (result.isDone()) {
            releasePendingPermit();
        }
    }

    /** Leaves the queue of the rate limiter; called when the result is there. */
    void releasePendingPermit() {
        pendingPermit.cancel(false);
    }

    /** Ends the call unless a request is under way, or an earlier attempt of a write may have been executed. */
    private void cancelWaiting() {
        if (!inFlight && (!maybeExecuted || request.method().equals("GET"))) {
            result.completeExceptionally(new CancellationException(request + " was given up before its turn"));
        }
    }

    /** Ends the call without waiting for the response of a request under way. */
    void stop() {
        stopped = true;
        // It fails with what the transport knows of it, which may be that it was not sent.
        sent.cancel(true);
        failStopped(inFlight || maybeExecuted);
    }

    private void failStopped(boolean outcomeUnknown) {
        fail(
                ApiException.details(
                                Kind.CONNECTION,
                                request
                                        + (outcomeUnknown
                                                ? " was given up because the component was stopped before the reply came"
                                                : " was not sent because the component was stopped"))
                        .outcomeUnknown(outcomeUnknown)
                        .retryable(!outcomeUnknown),
                null);
    }

    private void onNoPermit(Throwable failure) {
        if (failure instanceof CancellationException) {
            stop();
            return;
        }
        boolean timedOut = failure instanceof RateLimitTimeoutException;
        fail(
                ApiException.details(
                                Kind.RATE_LIMITED, request + " was not sent" + (attempts.get() == 0 ? "" : " again"))
                        .reason(failure.getMessage() + (timedOut ? describeTimeout() : ""))
                        .status(throttled ? RequestSender.TOO_MANY_REQUESTS : 0)
                        .retryable(true),
                failure);
    }

    private String describeTimeout() {
        return " within " + settings.rateLimitTimeout().toMillis() + " ms (rateLimitTimeout)"
                + (alreadyWaited.isZero()
                        ? ""
                        : ", " + alreadyWaited.toMillis()
                                + " ms of which it waited behind messages that came before it (batchDelay)");
    }

    private void send(Permit permit) {
        attempts.incrementAndGet();
        inFlight = true;
        long sentAt = timeSource.nanoTime();
        sent = sender.send(transportRequest, context);
        CompletableFuture<TransportResponse> unused = sent.whenComplete(guarded((response, failure) -> {
            inFlight = false;
            if (response == null) {
                Throwable cause = Futures.cause(failure);
                onNoResponse(cause == null ? new IllegalStateException("nothing was answered") : cause, permit);
            } else {
                onResponse(response, Duration.ofNanos(timeSource.nanoTime() - sentAt), permit);
            }
        }));
    }

    private void onNoResponse(Throwable failure, Permit permit) {
        throttled = false;
        permit.unanswered();
        LOG.debug(
                "{} got no reply, attempt {}: {}",
                request,
                attempts.get(),
                failure.getClass().getName());
        if (stopped) {
            failStopped(maybeExecuted || !(failure instanceof NotSentException));
        } else {
            act(RetryDecision.of(request, settings, failure));
        }
    }

    private void onResponse(TransportResponse response, Duration took, Permit permit) {
        throttled = response.status() == RequestSender.TOO_MANY_REQUESTS;
        LOG.debug("{} answered HTTP {}, attempt {}", request, response.status(), attempts.get());
        sender.onResponse(response, took, permit, context);
        if (throttled && !waitTimeout.isZero() && !result.isDone()) {
            start();
        } else {
            act(RetryDecision.of(request, settings, response, maybeExecuted));
        }
    }

    private void act(RetryDecision decision) {
        if (result.isDone()) {
            return;
        }
        switch (decision.next()) {
            case SUCCEED -> result.complete(decision.reply());
            case RETRY -> retry(decision.details(), decision.cause());
            case RETRY_IF_SAFE ->
                ifRepeatable(repeatable -> {
                    if (repeatable) {
                        retry(decision.details(), decision.cause());
                    } else {
                        fail(decision.details().outcomeUnknown(true).retryable(false), decision.cause());
                    }
                });
            case FAIL_MAYBE_EXECUTED ->
                ifRepeatable(repeatable -> fail(decision.details().outcomeUnknown(!repeatable), decision.cause()));
            default -> fail(decision.details(), decision.cause());
        }
    }

    /** Asks the request's retry rule; a rule that fails counts as no. */
    private void ifRepeatable(Consumer<Boolean> then) {
        maybeExecuted = true;
        Futures.guarded(request.retryRule()::mayRepeat)
                .whenComplete(guarded((safe, failure) -> then.accept(failure == null && Boolean.TRUE.equals(safe))));
    }

    private void retry(Details details, Throwable cause) {
        failures++;
        if (!settings.retry().allows(failures)) {
            fail(details, cause);
            return;
        }
        context.onWaiting(cancellation);
        Futures.onEnd(timeSource.after(settings.retry().pauseAfter(failures)), guarded((done, stopped) -> {
            context.onWaitingEnded(cancellation);
            if (stopped != null) {
                fail(details, cause);
            } else if (!result.isDone()) {
                sender.onRetry(context);
                start();
            }
        }));
    }

    private void fail(Details details, Throwable cause) {
        Redaction redaction = settings.credentials().redaction();
        result.completeExceptionally(
                details.redact(redaction).attempts(attempts.get()).build(redaction.clean(cause)));
    }

    /** Completes the result even when the step itself throws. */
    private <T> BiConsumer<T, Throwable> guarded(BiConsumer<T, Throwable> step) {
        return (value, failure) -> {
            try {
                step.accept(value, failure);
            } catch (RuntimeException | Error e) {
                fail(ApiException.details(Kind.OTHER, request + " failed").outcomeUnknown(attempts.get() > 0), e);
            }
        };
    }
}
