package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.async.Futures;
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
 * Equal requests about different records, made in one call. When the server refuses the call, each half is tried alone,
 * down to the single requests that are refused. Requests are added under the lock of the queue; sending needs no lock.
 */
final class Batch<R> {

    private static final Set<Integer> NOT_ABOUT_RECORDS = Set.of(401, 403, 429);

    private record Request<R>(CallContext callContext, CompletableFuture<R> answer) {}

    private final Trampoline starts;
    private final BatchableRequest<R> first;
    private final CallContext callContext;
    private final Map<Long, List<Request<R>>> requests = new LinkedHashMap<>();
    private final Set<CompletableFuture<Void>> before = new HashSet<>();
    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** @param callContext of the first request */
    Batch(BatchableRequest<R> first, CallContext callContext, Trampoline starts) {
        this.starts = starts;
        this.first = first;
        this.callContext = callContext;
    }

    Object key() {
        return first.key();
    }

    Set<Long> ids() {
        return requests.keySet();
    }

    boolean isFull() {
        return requests.size() >= first.maxIds();
    }

    void waitFor(CompletableFuture<Void> earlier) {
        before.add(earlier);
    }

    CompletableFuture<R> add(long id, CallContext callContext) {
        Request<R> request = new Request<>(callContext, new CompletableFuture<>());
        requests.computeIfAbsent(id, first -> new ArrayList<>(1)).add(request);
        return request.answer;
    }

    /** Completes when the batch is sent, or waits only for the batches before it. */
    CompletableFuture<Void> sent() {
        return sent;
    }

    /** Completes, never exceptionally, when every request is answered. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Called once, after the last request was added. */
    void send() {
        sent.complete(null);
        Futures.onEnd(
                starts.after(before)
                        .thenCompose(waited -> call(
                                List.copyOf(requests.keySet()),
                                callContext.fork().alreadyWaited(waited))),
                (answered, failure) -> done.complete(null));
    }

    private CompletableFuture<Void> call(List<Long> ids, CallContext calls) {
        return Futures.guarded(() -> first.call().make(ids, calls))
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

    /** Whether fewer ids may be accepted: wrong credentials are wrong for each of them. */
    private static boolean isRefused(Throwable failure) {
        return failure instanceof ApiException refusal
                && refusal.status() / 100 == 4
                && !NOT_ABOUT_RECORDS.contains(refusal.status());
    }

    private void answer(Request<R> request, long id, LongFunction<R> answers, Throwable failure, CallContext calls) {
        request.callContext.addUsageOf(calls);
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
