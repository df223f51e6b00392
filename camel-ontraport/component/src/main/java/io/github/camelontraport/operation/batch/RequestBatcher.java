package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.time.TimeSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects the requests of concurrent exchanges with an account into calls for many records. Requests about one record are
 * made in the order in which they came, each after the reply to the one before. {@link TypeQueue} decides which requests
 * share a call. Thread-safe; never blocks and needs no
 * thread: a batch is sent when it is full or when its delay is over.
 */
public final class RequestBatcher<R> {

    private final TimeSource timeSource;
    private final Map<Integer, TypeQueue<R>> queues = new ConcurrentHashMap<>();
    private volatile boolean draining;

    public RequestBatcher(TimeSource timeSource) {
        this.timeSource = timeSource;
    }

    /** The requests about records of one type; requests about different types are independent. */
    TypeQueue<R> queue(int typeId) {
        return queues.computeIfAbsent(typeId, id -> new TypeQueue<>(timeSource, () -> draining));
    }

    /**
     * Sends what has been collected, and from now on every request at once.
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
                queues.values().stream().map(TypeQueue::flush).toArray(CompletableFuture[]::new));
    }
}
