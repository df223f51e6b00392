package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.CallContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How the requests of one endpoint are batched with others.
 *
 * @param batcher     of the account
 * @param settings    of the calls; only requests with equal settings are batched
 * @param delay       longest time that a request waits for others, more than zero
 * @param maxSize     a batch with this many records is sent at once, 1 or more
 * @param mustNotWait whether somebody waits for the exchange to end, so that it must not wait for others
 */
public record BatchingPolicy<R>(
        RequestBatcher<R> batcher, Object settings, Duration delay, int maxSize, BooleanSupplier mustNotWait) {

    private record Key(Object settings, Duration delay, int maxSize, Object request) {}

    /** Makes the request in a batch with others. The requests of the batch's calls are added to {@code callContext}. */
    public CompletionStage<R> batch(int typeId, BatchableRequest<R> request, CallContext callContext) {
        BatchableRequest<R> keyed = new BatchableRequest<>(
                new Key(settings, delay, maxSize, request.key()),
                request.id(),
                Math.min(maxSize, request.maxIds()),
                request.call());
        TypeQueue<R> queue = batcher.queue(typeId);
        CompletionStage<R> answer = queue.add(keyed, callContext, delay);
        // Read after adding: a stop of the route after that flushes the queue.
        if (mustNotWait.getAsBoolean()) {
            CompletableFuture<Void> unused = queue.flush();
        }
        return answer;
    }

    /**
     * Makes a call that cannot be batched: after the requests that came before it, and before those that come later.
     *
     * @param reading     whether it changes nothing, and so need not wait for other calls that change nothing
     * @param callContext of the call; the time that it had to wait is noted there
     */
    public CompletionStage<R> unbatched(
            int typeId, boolean reading, CallContext callContext, Supplier<CompletionStage<R>> call) {
        return batcher.queue(typeId).addUnbatched(reading, callContext, call);
    }
}
