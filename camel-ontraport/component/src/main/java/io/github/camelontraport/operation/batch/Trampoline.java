package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets calls start when those before them are over. Where each fails at once, as after a stop, the end of one would start
 * the next inside itself, thousands deep; here it only names the next, and who is at it goes on with that one afterwards.
 * Thread-safe.
 */
final class Trampoline {

    private final TimeSource timing;
    private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();

    Trampoline(TimeSource timing) {
        this.timing = timing;
    }

    /**
     * Completes after all of {@code earlier}, none of which fails, with the time that it took. What depends on it must not
     * block.
     */
    CompletableFuture<Duration> after(Collection<CompletableFuture<Void>> earlier) {
        CompletableFuture<Void> over = CompletableFuture.allOf(earlier.toArray(CompletableFuture[]::new));
        if (over.isDone()) {
            return CompletableFuture.completedFuture(Duration.ZERO);
        }
        long asked = timing.nanoTime();
        CompletableFuture<Duration> start = new CompletableFuture<>();
        over.thenRun(() -> begin(() -> start.complete(Duration.ofNanos(timing.nanoTime() - asked))));
        return start;
    }

    private void begin(Runnable start) {
        due.add(start);
        if (left.getAndIncrement() > 0) {
            return;
        }
        do {
            due.remove().run();
        } while (left.decrementAndGet() > 0);
    }
}
