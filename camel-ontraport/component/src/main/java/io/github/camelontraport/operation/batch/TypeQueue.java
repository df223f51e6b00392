package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The requests about records of one type. A batch waits for the earlier batches that have one of its records. Those are
 * closed then and wait for nothing but earlier ones, so no two batches wait for each other. Thread-safe.
 */
final class TypeQueue<R> {

    private final TimeSource timeSource;
    private final BooleanSupplier draining;
    private final Trampoline starts;
    /** Batches that still take requests, by the key of their requests. */
    private final Map<Object, Batch<R>> open = new HashMap<>();

    private final Set<Batch<R>> unfinished = new HashSet<>();
    /** The last unfinished batch with a record. */
    private final Map<Long, Batch<R>> lastOfRecord = new HashMap<>();
    /** The last unbatched call that changes something; it has waited for everything before it. */
    private CompletableFuture<Void> lastChange = CompletableFuture.completedFuture(null);
    /** Unfinished unbatched calls that came after it and only read. */
    private final Set<CompletableFuture<Void>> reads = new HashSet<>();
    /** Completes when the last unbatched call has started. */
    private CompletableFuture<Void> lastStart = CompletableFuture.completedFuture(null);

    /** @param draining whether no request waits for others any more */
    TypeQueue(TimeSource timeSource, BooleanSupplier draining) {
        this.timeSource = timeSource;
        this.draining = draining;
        this.starts = new Trampoline(timeSource);
    }

    CompletionStage<R> add(BatchableRequest<R> request, CallContext callContext, Duration delay) {
        List<Batch<R>> closed = new ArrayList<>();
        Batch<R> batch;
        boolean isNew;
        CompletableFuture<R> answer;
        synchronized (this) {
            batch = open.get(request.key());
            isNew = batch == null;
            if (isNew) {
                batch = new Batch<>(request, callContext, starts);
                open.put(request.key(), batch);
                unfinished.add(batch);
            }
            Batch<R> before = lastOfRecord.put(request.id(), batch);
            if (before != null && before != batch) {
                close(before, closed);
                batch.waitFor(before.done());
            }
            batch.waitFor(lastChange);
            reads.forEach(batch::waitFor);
            answer = batch.add(request.id(), callContext);
            if (batch.isFull() || draining.getAsBoolean()) {
                close(batch, closed);
            }
        }
        // Not under the lock: sending may answer at once, and routes continue from there.
        closed.forEach(Batch::send);
        if (isNew) {
            startDelay(batch, delay);
        }
        return answer;
    }

    private void startDelay(Batch<R> batch, Duration delay) {
        Futures.onEnd(batch.done(), (done, failure) -> forget(batch));
        if (batch.sent().isDone()) {
            return;
        }
        CompletableFuture<Void> alarm = timeSource.after(delay);
        // Also when the alarm is cancelled because the component stops: every request must be answered.
        Futures.onEnd(alarm, (rung, stopped) -> closeAll(List.of(batch)).forEach(Batch::send));
        Futures.onEnd(batch.sent(), (sent, failure) -> alarm.cancel(false));
    }

    CompletionStage<R> addUnbatched(boolean reading, CallContext callContext, Supplier<CompletionStage<R>> call) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Void> finished = new CompletableFuture<>();
        List<Batch<R>> closed;
        List<CompletableFuture<Void>> before = new ArrayList<>();
        synchronized (this) {
            closed = closeAll(open.values());
            unfinished.forEach(batch -> before.add(batch.done()));
            before.add(lastChange);
            before.add(lastStart);
            lastStart = started;
            if (reading) {
                reads.add(finished);
            } else {
                before.addAll(reads);
                reads.clear();
                lastChange = finished;
            }
        }
        closed.forEach(Batch::send);
        return starts.after(before)
                .thenCompose(waited -> {
                    callContext.alreadyWaited(waited);
                    CompletionStage<R> answer = Futures.guarded(call);
                    started.complete(null);
                    return answer;
                })
                .whenComplete((answer, failure) -> {
                    synchronized (this) {
                        reads.remove(finished);
                    }
                    finished.complete(null);
                });
    }

    /** Sends all batches; completes when they are done. */
    CompletableFuture<Void> flush() {
        List<Batch<R>> closed;
        CompletableFuture<Void> done;
        synchronized (this) {
            closed = closeAll(open.values());
            done = CompletableFuture.allOf(unfinished.stream().map(Batch::done).toArray(CompletableFuture[]::new));
        }
        closed.forEach(Batch::send);
        return done;
    }

    private synchronized List<Batch<R>> closeAll(Collection<Batch<R>> batches) {
        List<Batch<R>> closed = new ArrayList<>();
        List.copyOf(batches).forEach(batch -> close(batch, closed));
        return closed;
    }

    private void close(Batch<R> batch, List<Batch<R>> closed) {
        if (open.remove(batch.key(), batch)) {
            closed.add(batch);
        }
    }

    private synchronized void forget(Batch<R> batch) {
        unfinished.remove(batch);
        batch.ids().forEach(id -> lastOfRecord.remove(id, batch));
    }
}
