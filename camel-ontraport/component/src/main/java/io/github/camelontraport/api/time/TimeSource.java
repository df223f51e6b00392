package io.github.camelontraport.api.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** The clock and the alarm of the client, replaced in tests so that they need not wait. Thread-safe. */
public interface TimeSource extends AutoCloseable {

    /** A moment in nanoseconds, only good for differences, as {@link System#nanoTime()}. */
    long nanoTime();

    /** The time of day, which may jump; good for what must outlive the process. */
    Instant now();

    /**
     * Completes after the delay, with a {@link java.util.concurrent.CancellationException} when the client is stopped
     * before, or with a {@link java.util.concurrent.RejectedExecutionException} when there is no room for one more
     * alarm: then who waits must not, and nothing else is wrong. Who needs it no longer cancels it.
     */
    CompletableFuture<Void> after(Duration delay);

    /** Ends every wait exceptionally. */
    @Override
    void close();
}
