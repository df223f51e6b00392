package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.CallContext;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How the exchanges of an endpoint meet others.
 *
 * @param joiner   the account's
 * @param settings of the calls; only requests with equal ones are joined
 * @param delay    longest time a request waits for others, more than zero
 * @param size     requests about different records that are not kept waiting for more, 1 or more
 * @param hurries  whether the exchange must not wait for others, as somebody waits for it to be done
 */
public record BatchingPolicy<R>(
        RequestBatcher<R> joiner, Object settings, Duration delay, int size, BooleanSupplier hurries) {

    private record Key(Object settings, Duration delay, int size, Object request) {}

    /** Makes the request together with others, and adds to {@code usage} what the calls took that it had a part in. */
    public CompletionStage<R> join(int typeId, BatchableRequest<R> request, CallContext usage) {
        BatchableRequest<R> ours = new BatchableRequest<>(
                new Key(settings, delay, size, request.key()),
                request.id(),
                Math.min(size, request.most()),
                request.call());
        TypeQueue<R> lane = joiner.lane(typeId);
        CompletionStage<R> answer = lane.join(ours, usage, delay);
        // Asked when it has joined: who hurries later finds it there.
        if (hurries.getAsBoolean()) {
            lane.flush();
        }
        return answer;
    }

    /**
     * Makes a call that cannot be joined: after the requests that came before it, and before those that come later.
     *
     * @param reading whether it changes nothing, and so need not wait for others of which that is true
     * @param usage   of what the call sends, which is told how long it had to wait
     */
    public CompletionStage<R> alone(int typeId, boolean reading, CallContext usage, Supplier<CompletionStage<R>> call) {
        return joiner.lane(typeId).alone(reading, usage, call);
    }
}
