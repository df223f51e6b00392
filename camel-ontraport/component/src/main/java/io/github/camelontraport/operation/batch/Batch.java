package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.Futures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Equal requests about different records, made in one call. When the server refuses it, half of them is tried by itself
 * and then the other, down to those that are refused alone. Collected under the lock of its lane, then left to itself.
 */
final class Batch<R> {

    private static final Set<Integer> NOT_ABOUT_RECORDS = Set.of(401, 403, 429);

    private record Request<R>(CallContext usage, CompletableFuture<R> answer) {}

    private final Trampoline starts;
    private final BatchableRequest<R> kind;
    private final CallContext usage;
    private final Map<Long, List<Request<R>>> requests = new LinkedHashMap<>();
    private final Set<CompletableFuture<Void>> before = new HashSet<>();
    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** @param usage of the request that the batch begins with */
    Batch(BatchableRequest<R> kind, CallContext usage, Trampoline starts) {
        this.starts = starts;
        this.kind = kind;
        this.usage = usage;
    }

    Object key() {
        return kind.key();
    }

    Set<Long> ids() {
        return requests.keySet();
    }

    boolean isFull() {
        return requests.size() >= kind.most();
    }

    void waitFor(CompletableFuture<Void> earlier) {
        before.add(earlier);
    }

    CompletableFuture<R> add(long id, CallContext usage) {
        Request<R> request = new Request<>(usage, new CompletableFuture<>());
        requests.computeIfAbsent(id, first -> new ArrayList<>(1)).add(request);
        return request.answer;
    }

    /** Completes when it is sent, or waits for nothing but the batches before it. */
    CompletableFuture<Void> sent() {
        return sent;
    }

    /** Completes, never exceptionally, when every request is answered. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Called once, when nothing is added any more. */
    void send() {
        sent.complete(null);
        starts.after(before)
                .thenCompose(waited ->
                        call(List.copyOf(requests.keySet()), usage.fork().alreadyWaited(waited)))
                .whenComplete((answered, failure) -> done.complete(null));
    }

    private CompletableFuture<Void> call(List<Long> ids, CallContext calls) {
        return Futures.guarded(() -> kind.call().make(ids, calls))
                .handle((answers, failure) -> {
                    Throwable cause = Futures.cause(failure);
                    if (ids.size() > 1 && isRefused(cause)) {
                        int half = ids.size() / 2;
                        return CompletableFuture.allOf(
                                call(ids.subList(0, half), calls.fork().addUsageOf(calls)),
                                call(ids.subList(half, ids.size()), calls.fork().addUsageOf(calls)));
                    }
                    ids.forEach(id -> requests.get(id).forEach(request -> answer(request, id, answers, cause, calls)));
                    return CompletableFuture.<Void>completedFuture(null);
                })
                .thenCompose(Function.identity())
                .toCompletableFuture();
    }

    /** Whether fewer ids may fare better: what is wrong with the credentials is wrong with each of them. */
    private static boolean isRefused(Throwable failure) {
        return failure instanceof ApiException refusal
                && refusal.status() / 100 == 4
                && !NOT_ABOUT_RECORDS.contains(refusal.status());
    }

    private void answer(Request<R> request, long id, LongFunction<R> answers, Throwable failure, CallContext calls) {
        request.usage.addUsageOf(calls);
        if (failure != null) {
            request.answer.completeExceptionally(failure);
            return;
        }
        try {
            request.answer.complete(answers.apply(id));
        } catch (RuntimeException | Error e) {
            request.answer.completeExceptionally(e);
        }
    }
}
