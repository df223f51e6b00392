package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts calls when those before them are finished. When each fails at once, as after a stop, the end of one would start
 * the next on the same stack, thousands deep. Here the end of a call queues the next, and the thread that is starting calls
 * continues with it afterwards. Thread-safe.
 */
final class Trampoline {

    private final TimeSource timeSource;
    private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    Trampoline(TimeSource timeSource) {
        this.timeSource = timeSource;
    }

    /**
     * Completes after all of {@code earlier}, none of which fails, with the time that this took. Its dependents must not
     * block.
     */
    CompletableFuture<Duration> after(Collection<CompletableFuture<Void>> earlier) {
        CompletableFuture<Void> finished = CompletableFuture.allOf(earlier.toArray(CompletableFuture[]::new));
        if (finished.isDone()) {
            return CompletableFuture.completedFuture(Duration.ZERO);
        }
        long from = timeSource.nanoTime();
        CompletableFuture<Duration> start = new CompletableFuture<>();
        Futures.onEnd(
                finished,
                (done, failure) -> begin(() -> start.complete(Duration.ofNanos(timeSource.nanoTime() - from))));
        return start;
    }

    private void begin(Runnable start) {
        due.add(start);
        if (pending.getAndIncrement() > 0) {
            return;
        }
        do {
            due.remove().run();
        } while (pending.decrementAndGet() > 0);
    }
}
