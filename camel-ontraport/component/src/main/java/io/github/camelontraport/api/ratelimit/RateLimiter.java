package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The requests an account has left, shared by every call to it. Every call asks before it is sent and tells what it
 * was answered. Thread-safe, never blocks.
 */
public interface RateLimiter extends AutoCloseable {

    /**
     * Completes when a request may start: in the order of priorities, but every tenth start is a poll's while
     * producers and polls wait; within a priority first come, first served. Fails with
     * {@link RateLimitTimeoutException} when none becomes free within {@code longest}, with a
     * {@link java.util.concurrent.RejectedExecutionException} when no alarm can be set for its turn, or with a
     * {@link java.util.concurrent.CancellationException} when the budget is closed. Who cancels it gives up the turn.
     */
    CompletableFuture<Permit> acquire(Priority priority, Duration longest);

    /** What it looks like now, for meters and consoles. */
    RateLimiterStatus status();

    /** Ends every wait exceptionally. */
    @Override
    void close();

    /** The right to send one request. Exactly one of its methods is called, once. */
    interface Permit {

        /** The request was answered, not with HTTP 429. */
        void answered(RateLimitHeaders said);

        /** The server said that the limit is overrun. */
        void throttled(RateLimitHeaders said);

        /** The request got no reply; it counts all the same. */
        void unanswered();

        /** Nothing was sent. */
        void unused();
    }
}
