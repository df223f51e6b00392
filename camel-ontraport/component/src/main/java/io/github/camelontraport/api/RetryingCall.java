package io.github.camelontraport.api;

import io.github.camelontraport.api.ApiException.Details;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.ratelimit.Priority;
import io.github.camelontraport.api.ratelimit.RateLimitHeaders;
import io.github.camelontraport.api.ratelimit.RateLimitTimeoutException;
import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call with its repeats, in this order of questions:
 * <ol>
 * <li>HTTP 429: it was not executed. The budget pauses and the call is sent again, whatever its verb; no retry, but its
 * waiting is bounded by {@code rateLimitTimeout}.
 * <li>No connection: it was not sent. Sent again, whatever its verb.
 * <li>5xx, no reply in time or one cut short, connection lost after sending: it may have been executed. Sent again only
 * when the request's repeat rule says that doing it twice is doing it once.
 * <li>Everything else is final.
 * </ol>
 */
final class RetryingCall {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportClient.class);

    private final ApiRequest request;
    private final TransportRequest http;
    private final CallContext usage;
    private final ClientSettings settings;
    private final Link link;
    private final CompletableFuture<ApiReply> result;
    /** Behind calls that had to be over first. */
    private final Duration waited;
    /** Only the time in the budget's queue: a slow server must not use up what the queue is allowed. */
    private Duration patience;

    private int failures;
    private boolean throttled;
    private volatile CompletableFuture<Permit> turn = new CompletableFuture<>();
    private volatile int attempts;
    private volatile boolean inFlight;
    private volatile boolean inDoubt;

    RetryingCall(
            ApiRequest request,
            TransportRequest http,
            CallContext usage,
            ClientSettings settings,
            Link link,
            CompletableFuture<ApiReply> result) {
        this.request = request;
        this.http = http;
        this.usage = usage;
        this.settings = settings;
        this.link = link;
        this.result = result;
        this.waited = usage.takeWaited();
        this.patience = less(settings.rateLimitTimeout(), waited);
    }

    private static Duration less(Duration time, Duration used) {
        return time.compareTo(used) > 0 ? time.minus(used) : Duration.ZERO;
    }

    void start() {
        long asked = link.timing().nanoTime();
        usage.waits(this);
        Priority priority = throttled ? Priority.AGAIN : usage.priority();
        Futures.guarded(() -> turn = link.budget().acquire(priority, patience))
                .whenComplete(safely((permit, failure) -> {
                    usage.waitsNoMore(this);
                    patience = less(patience, Duration.ofNanos(link.timing().nanoTime() - asked));
                    if (failure != null) {
                        onNoPermit(Futures.cause(failure));
                    } else if (result.isDone()) {
                        permit.unused();
                    } else {
                        send(permit);
                    }
                }));
        if (result.isDone()) {
            giveUpTurn();
        }
    }

    /** Waits no longer: the call has its result. */
    void giveUpTurn() {
        turn.cancel(false);
    }

    /** Nobody wants the result any more; when it was not sent yet, or only reads, it will not be sent again. */
    void giveUp() {
        if (!inFlight && (!inDoubt || request.method().equals("GET"))) {
            result.completeExceptionally(new CancellationException(request + " was given up before its turn"));
        }
    }

    /** Ends the call without waiting for what is out. */
    void stop() {
        boolean open = inFlight || inDoubt;
        fail(
                ApiException.details(
                                Kind.CONNECTION,
                                request
                                        + (open
                                                ? " was given up because the component was stopped before the reply came"
                                                : " was not sent because the component was stopped"))
                        .outcomeUnknown(open)
                        .retryable(!open),
                null);
    }

    private void onNoPermit(Throwable failure) {
        if (failure instanceof CancellationException) {
            stop();
            return;
        }
        fail(
                ApiException.details(Kind.RATE_LIMITED, request + " was not sent" + (attempts == 0 ? "" : " again"))
                        .text(failure.getMessage() + (failure instanceof RateLimitTimeoutException ? allWaits() : ""))
                        .status(throttled ? 429 : 0)
                        .retryable(true),
                failure);
    }

    /** What the call was allowed for all of its waits: the last of them had only what the others left. */
    private String allWaits() {
        return " within " + settings.rateLimitTimeout().toMillis() + " ms (rateLimitTimeout)"
                + (waited.isZero()
                        ? ""
                        : ", " + waited.toMillis()
                                + " ms of which it waited behind messages that came before it (batchDelay)");
    }

    private void send(Permit permit) {
        attempts++;
        inFlight = true;
        usage.sent();
        Futures.guarded(() -> {
                    // In here, so that the permit comes back whatever the listener does.
                    link.listener().sent(usage.operation());
                    return link.transport().send(http);
                })
                .whenComplete(safely((reply, failure) -> {
                    inFlight = false;
                    throttled = failure == null && reply.status() == 429;
                    if (failure != null) {
                        permit.lost();
                        LOG.debug(
                                "{} got no reply, attempt {}: {}",
                                request,
                                attempts,
                                Futures.cause(failure).getClass().getName());
                        act(RetryDecision.of(request, settings, Futures.cause(failure)));
                    } else {
                        onReply(permit, reply, RateLimitHeaders.of(reply));
                    }
                }));
    }

    private void onReply(Permit permit, TransportResponse reply, RateLimitHeaders said) {
        LOG.debug("{} answered HTTP {}, attempt {}", request, reply.status(), attempts);
        link.serverClock().onResponse(reply.header("date"));
        usage.replied(reply.status(), said.remaining());
        if (throttled) {
            permit.throttled(said);
            link.listener().throttled(usage.operation());
        } else {
            permit.done(said);
        }
        if (throttled && !patience.isZero() && !result.isDone()) {
            start();
        } else {
            act(RetryDecision.of(request, reply, inDoubt));
        }
    }

    private void act(RetryDecision verdict) {
        if (result.isDone()) {
            return;
        }
        switch (verdict.next()) {
            case SUCCEED -> result.complete(verdict.reply());
            case REPEAT -> repeat(verdict.details(), verdict.cause());
            case REPEAT_IF_SAFE ->
                ifSafe(safe -> {
                    if (safe) {
                        repeat(verdict.details(), verdict.cause());
                    } else {
                        fail(verdict.details().outcomeUnknown(true).retryable(false), verdict.cause());
                    }
                });
            case FAIL_IN_DOUBT -> ifSafe(safe -> fail(verdict.details().outcomeUnknown(!safe), verdict.cause()));
            default -> fail(verdict.details(), verdict.cause());
        }
    }

    /** Asks the request's rule; one that cannot answer says no. */
    private void ifSafe(Consumer<Boolean> then) {
        inDoubt = true;
        Futures.guarded(request.repeat()::mayRepeat)
                .whenComplete(safely((safe, failure) -> then.accept(failure == null && Boolean.TRUE.equals(safe))));
    }

    private void repeat(Details details, Throwable cause) {
        failures++;
        if (settings.retry().allows(failures)) {
            usage.waits(this);
            link.timing().after(settings.retry().pauseAfter(failures)).whenComplete(safely((done, stopped) -> {
                usage.waitsNoMore(this);
                if (stopped != null) {
                    fail(details, cause);
                } else if (!result.isDone()) {
                    link.listener().retried(usage.operation());
                    start();
                }
            }));
        } else {
            fail(details, cause);
        }
    }

    private void fail(Details details, Throwable cause) {
        result.completeExceptionally(
                details.hide(settings.credentials()).attempts(attempts).build(cause));
    }

    /** A step that never leaves the call without an answer, not even when it is faulty itself. */
    private <T> BiConsumer<T, Throwable> safely(BiConsumer<T, Throwable> step) {
        return (value, failure) -> {
            try {
                step.accept(value, failure);
            } catch (RuntimeException | Error e) {
                fail(ApiException.details(Kind.OTHER, request + " failed").outcomeUnknown(attempts > 0), e);
            }
        };
    }
}
