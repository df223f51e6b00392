package io.github.camelontraport.operation.join;

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
final class Starts {

    private final Queue<CompletableFuture<Void>> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();

    /** Completes after all of {@code earlier}, none of which fails. What depends on it must not block. */
    CompletableFuture<Void> after(Collection<CompletableFuture<Void>> earlier) {
        CompletableFuture<Void> over = CompletableFuture.allOf(earlier.toArray(CompletableFuture[]::new));
        if (over.isDone()) {
            return over;
        }
        CompletableFuture<Void> start = new CompletableFuture<>();
        over.thenRun(() -> begin(start));
        return start;
    }

    private void begin(CompletableFuture<Void> start) {
        due.add(start);
        if (left.getAndIncrement() > 0) {
            return;
        }
        do {
            due.remove().complete(null);
        } while (left.decrementAndGet() > 0);
    }
}
