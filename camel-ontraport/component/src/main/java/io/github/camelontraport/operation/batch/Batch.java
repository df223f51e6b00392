package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.async.Futures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/**
 * Equal requests about different records, made in one call. When the server refuses the call, each half is tried alone,
 * down to the single requests that are refused. Requests are added under the lock of the queue; sending needs no lock.
 */
final class Batch<R> {

    private static final Set<Integer> NOT_ABOUT_RECORDS = Set.of(401, 403, 429);
    /** Single records that are tried before a request is taken to be wrong for all. */
    private static final int PROBES = 3;
    /** Smaller batches are split without probes, which would cost as much. */
    private static final int MIN_SIZE_TO_PROBE = 32;

    private record Request<R>(CallContext callContext, CompletableFuture<R> answer) {}

    /** One call for some of the records, and its result. */
    private record Attempt<R>(List<Long> ids, CallContext calls, LongFunction<R> answers, Throwable failure) {

        /** Whether fewer ids may be accepted: wrong credentials are wrong for each of them. */
        boolean canBeSplit() {
            return ids.size() > 1
                    && failure instanceof ApiException refusal
                    && refusal.status() / 100 == 4
                    && !NOT_ABOUT_RECORDS.contains(refusal.status());
        }

        boolean isRefusedAs(Attempt<R> other) {
            return failure instanceof ApiException refusal
                    && other.failure instanceof ApiException otherRefusal
                    && refusal.status() == otherRefusal.status()
                    && Objects.equals(refusal.text(), otherRefusal.text());
        }
    }

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

    /** Answers the requests about these records, in as many calls as that takes. */
    private CompletableFuture<Void> call(List<Long> ids, CallContext calls) {
        return attempt(ids, calls).thenCompose(this::settle);
    }

    private CompletableFuture<Attempt<R>> attempt(List<Long> ids, CallContext calls) {
        return Futures.guarded(() -> first.call().make(ids, calls))
                .handle((answers, failure) -> new Attempt<>(ids, calls, answers, Futures.cause(failure)))
                .toCompletableFuture();
    }

    private CompletableFuture<Attempt<R>> attempt(List<Long> ids, Attempt<R> after) {
        return attempt(ids, after.calls.fork().addUsageOf(after.calls));
    }

    private CompletableFuture<Void> settle(Attempt<R> attempt) {
        if (!attempt.canBeSplit()) {
            answer(attempt);
            return CompletableFuture.completedFuture(null);
        }
        int half = attempt.ids.size() / 2;
        CompletableFuture<Attempt<R>> left = attempt(attempt.ids.subList(0, half), attempt);
        CompletableFuture<Attempt<R>> right = attempt(attempt.ids.subList(half, attempt.ids.size()), attempt);
        return left.thenCombine(right, List::of).thenCompose(halves -> settle(attempt, halves));
    }

    private CompletableFuture<Void> settle(Attempt<R> whole, List<Attempt<R>> halves) {
        boolean alike = whole.ids.size() >= MIN_SIZE_TO_PROBE && halves.stream().allMatch(whole::isRefusedAs);
        return alike ? probe(whole, halves, PROBES) : settleEach(halves);
    }

    private CompletableFuture<Void> settleEach(List<Attempt<R>> attempts) {
        return CompletableFuture.allOf(attempts.stream().map(this::settle).toArray(CompletableFuture[]::new));
    }

    /**
     * Tries single records, one after the other. When each is refused as the whole batch was, the request itself is wrong,
     * and splitting further would only repeat the refusal for each record.
     */
    private CompletableFuture<Void> probe(Attempt<R> whole, List<Attempt<R>> halves, int left) {
        if (left == 0) {
            answer(whole);
            return CompletableFuture.completedFuture(null);
        }
        Long probed = whole.ids.get((int) ((long) whole.ids.size() * left / (PROBES + 1)));
        return attempt(List.of(probed), whole)
                .thenCompose(single -> single.isRefusedAs(whole) ? probe(whole, halves, left - 1) : settleEach(halves));
    }

    private void answer(Attempt<R> attempt) {
        attempt.ids.forEach(id -> requests.get(id).forEach(request -> answer(request, id, attempt)));
    }

    private void answer(Request<R> request, long id, Attempt<R> attempt) {
        request.callContext.addUsageOf(attempt.calls);
        if (attempt.failure != null) {
            request.answer.completeExceptionally(attempt.failure);
            return;
        }
        try {
            request.answer.complete(attempt.answers.apply(id));
        } catch (RuntimeException | Error e) {
            request.answer.completeExceptionally(e);
        }
    }
}
