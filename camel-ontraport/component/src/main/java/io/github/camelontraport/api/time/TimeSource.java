package io.github.camelontraport.api.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Clock and timer of the client; tests substitute both so that they need not wait. Thread-safe. */
public interface TimeSource extends AutoCloseable {

    /** Nanoseconds from an arbitrary origin, for differences only, as {@link System#nanoTime()}. */
    long nanoTime();

    /** The time of day, which may jump; for times that outlive the process. */
    Instant now();

    /**
     * Completes after the delay. Fails with a {@link java.util.concurrent.CancellationException} when the time source is
     * closed before, or with another exception when the timer cannot be set; then only this wait is impossible. Never
     * throws. Cancel the future to release the timer early.
     */
    CompletableFuture<Void> after(Duration delay);

    /** Fails every open wait with a {@link java.util.concurrent.CancellationException}. */
    @Override
    void close();
}
