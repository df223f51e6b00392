package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.time.TimeSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects the requests of concurrent exchanges with an account into calls for many records. What is about one record is
 * done in the order in which it came, each after the reply to the one before. Thread-safe, never blocks, and needs no
 * thread: a batch is sent when it is full or when its time is over.
 */
public final class RequestBatcher<R> {

    private final TimeSource timing;
    private final Map<Integer, TypeQueue<R>> lanes = new ConcurrentHashMap<>();
    private volatile boolean draining;

    public RequestBatcher(TimeSource timing) {
        this.timing = timing;
    }

    /** What is about records of one type; types have nothing to do with each other. */
    TypeQueue<R> lane(int typeId) {
        return lanes.computeIfAbsent(typeId, id -> new TypeQueue<>(this));
    }

    TimeSource timing() {
        return timing;
    }

    /** Whether nothing waits for others any more. */
    boolean isDraining() {
        return draining;
    }

    /**
     * Sends what has been collected, and from now on everything at once.
     *
     * @return completes, never exceptionally, when every request that came before is answered
     */
    public CompletableFuture<Void> drain() {
        draining = true;
        return flush();
    }

    /**
     * Sends what has been collected.
     *
     * @return completes, never exceptionally, when every request that came before is answered
     */
    public CompletableFuture<Void> flush() {
        return CompletableFuture.allOf(
                lanes.values().stream().map(TypeQueue::flush).toArray(CompletableFuture[]::new));
    }
}
