package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Limits the requests of one account; all its calls share one limiter. A call acquires a permit before each request and
 * reports the reply to it. Thread-safe, never blocks.
 */
public interface RateLimiter extends AutoCloseable {

    /**
     * Completes when a request may start. Permits are granted in the order of priorities, but every tenth goes to a
     * poll while polls wait, and every second while a poll waits that was refused with HTTP 429; within a priority first
     * come, first served. Fails with
     * {@link RateLimitTimeoutException} when no permit becomes free within {@code maxWait}, with a
     * {@link java.util.concurrent.RejectedExecutionException} when no timer can be set for the wait, or with a
     * {@link java.util.concurrent.CancellationException} when the limiter is closed. Cancelling the future leaves the
     * queue.
     */
    CompletableFuture<Permit> acquire(Priority priority, Duration maxWait);

    /** The current state, for meters and consoles. */
    RateLimiterStatus status();

    /**
     * Whether the limiter can be dropped and replaced by a new one without a difference in what is sent: no request
     * waits, is in flight or counts, no pause is in force, and no reply of the last minute is remembered.
     */
    boolean isIdle();

    /** Fails every waiting request. */
    @Override
    void close();

    /** The right to send one request. Exactly one method is called, once. */
    interface Permit {

        /** The request was answered, not with HTTP 429. */
        void answered(RateLimitHeaders headers);

        /** The request was refused with HTTP 429. */
        void throttled(RateLimitHeaders headers);

        /** The request got no reply; it counts all the same. */
        void unanswered();

        /** No request was sent. */
        void unused();
    }
}
