package io.github.camelontraport.api.cache;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A value of the account that is read when it is first needed, shared by all who need it, and read again when it is an hour
 * old, or when something is missing in it, which is at most once a minute. Thread-safe.
 *
 * @param <T> the value, immutable
 */
public final class CachedValue<T> {

    /** How long the value is taken for granted. */
    private static final long TRUSTED = Duration.ofHours(1).toNanos();
    /** A value of this age cannot lack what the account has. */
    private static final long FRESH = Duration.ofMinutes(1).toNanos();

    private final TimeSource timing;
    private CompletableFuture<T> value;
    private T latest;
    /** When the last read began, whether or not it succeeded. */
    private long readAt;
    /** How many reads have begun. */
    private int begun;
    /** Which of them brought {@link #latest}. */
    private int latestRead;

    public CachedValue(TimeSource timing) {
        this.timing = timing;
    }

    /** The value, read when there is none that is young enough. Fails as the read does; the next call reads again. */
    public CompletionStage<T> get(Supplier<CompletionStage<T>> read) {
        return waitFor(current(read), read);
    }

    private synchronized CompletableFuture<T> current(Supplier<CompletionStage<T>> read) {
        return value == null || value.isCompletedExceptionally() || age() >= TRUSTED ? begin(read) : value;
    }

    /**
     * The value after something was missing in {@code known}: the same when the last read began within the last minute.
     * When the read fails, {@code known} goes on to serve those who miss nothing.
     */
    public CompletionStage<T> newer(T known, Supplier<CompletionStage<T>> read) {
        return waitFor(refreshed(known, read), read);
    }

    private synchronized CompletableFuture<T> refreshed(T known, Supplier<CompletionStage<T>> read) {
        if (value.isDone() && latest == known && age() < FRESH) {
            return CompletableFuture.completedFuture(known);
        }
        if (!value.isDone() || latest != known) {
            return current(read);
        }
        CompletableFuture<T> before = value;
        CompletableFuture<T> after = begin(read);
        Futures.onEnd(after, (unused, failure) -> {
            if (failure != null) {
                restore(after, before);
            }
        });
        return after;
    }

    private synchronized void restore(CompletableFuture<T> failed, CompletableFuture<T> before) {
        if (value == failed) {
            value = before;
        }
    }

    private CompletableFuture<T> begin(Supplier<CompletionStage<T>> read) {
        readAt = timing.nanoTime();
        int number = ++begun;
        value = read.get().thenApply(found -> keep(found, number)).toCompletableFuture();
        return value;
    }

    private synchronized T keep(T found, int number) {
        latest = found;
        latestRead = number;
        return found;
    }

    /** What was read last, however old; empty before the first success. Never makes a request. */
    public synchronized Optional<T> latest() {
        return Optional.ofNullable(latest);
    }

    /** Whether the last read began within the last minute and failed. */
    public synchronized boolean isFailing() {
        return value != null && value.isCompletedExceptionally() && age() < FRESH;
    }

    /** Whether the last read began longer ago than this. */
    public synchronized boolean isOlderThan(Duration age) {
        return age() > age.toNanos();
    }

    /** How many reads have begun up to now. */
    public synchronized int reads() {
        return begun;
    }

    /** Whether {@link #latest} was read after so many reads had begun. */
    public synchronized boolean isReadAfter(int reads) {
        return latestRead > reads;
    }

    private long age() {
        return timing.nanoTime() - readAt;
    }

    /** Another exchange may have begun to read, and may have been cancelled; that is no failure of this one. */
    private static <T> CompletionStage<T> waitFor(CompletableFuture<T> shared, Supplier<CompletionStage<T>> read) {
        return shared.isDone() && !shared.isCompletedExceptionally()
                ? shared
                : shared.exceptionallyCompose(failure -> isCancellation(failure) ? read.get() : shared);
    }

    private static boolean isCancellation(Throwable failure) {
        return failure instanceof CancellationException || failure.getCause() instanceof CancellationException;
    }
}
