package io.github.camelontraport.operation.batch;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.Futures;
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
import java.util.function.Supplier;

/**
 * The requests about records of one type. A batch waits for those before it that have one of its records, and those no
 * longer wait for anything but the same, so that no two wait for each other. Thread-safe.
 */
final class TypeQueue<R> {

    private final RequestBatcher<R> joiner;
    private final Trampoline starts;
    private final Map<Object, Batch<R>> open = new HashMap<>();
    private final Set<Batch<R>> unfinished = new HashSet<>();
    /** The last unfinished batch with a record. */
    private final Map<Long, Batch<R>> last = new HashMap<>();
    /** The last call by itself that changes something; it has waited for all before it. */
    private CompletableFuture<Void> lastChange = CompletableFuture.completedFuture(null);
    /** Calls by themselves that came after it, only read, and are not over. */
    private final Set<CompletableFuture<Void>> reads = new HashSet<>();
    /** When the last call by itself has started. */
    private CompletableFuture<Void> lastStart = CompletableFuture.completedFuture(null);

    TypeQueue(RequestBatcher<R> joiner) {
        this.joiner = joiner;
        this.starts = new Trampoline(joiner.timing());
    }

    CompletionStage<R> join(BatchableRequest<R> request, CallContext usage, Duration delay) {
        List<Batch<R>> sealed = new ArrayList<>();
        Batch<R> batch;
        boolean isNew;
        CompletableFuture<R> answer;
        synchronized (this) {
            batch = open.get(request.key());
            isNew = batch == null;
            if (isNew) {
                batch = new Batch<>(request, usage, starts);
                open.put(request.key(), batch);
                unfinished.add(batch);
            }
            Batch<R> before = last.put(request.id(), batch);
            if (before != null && before != batch) {
                seal(before, sealed);
                batch.waitFor(before.done());
            }
            batch.waitFor(lastChange);
            reads.forEach(batch::waitFor);
            answer = batch.add(request.id(), usage);
            if (batch.isFull() || joiner.isDraining()) {
                seal(batch, sealed);
            }
        }
        // Not under the lock: sending may answer at once, and routes go on from there.
        sealed.forEach(Batch::send);
        if (isNew) {
            begin(batch, delay);
        }
        return answer;
    }

    private void begin(Batch<R> batch, Duration delay) {
        batch.done().thenRun(() -> forget(batch));
        if (batch.sent().isDone()) {
            return;
        }
        CompletableFuture<Void> alarm = joiner.timing().after(delay);
        // Also when the alarm is cancelled because the component stops: what waits must be answered.
        alarm.whenComplete((rung, stopped) -> sealAll(List.of(batch)).forEach(Batch::send));
        batch.sent().thenRun(() -> alarm.cancel(false));
    }

    CompletionStage<R> alone(boolean reading, CallContext usage, Supplier<CompletionStage<R>> call) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        List<Batch<R>> sealed;
        List<CompletableFuture<Void>> before = new ArrayList<>();
        synchronized (this) {
            sealed = sealAll(open.values());
            unfinished.forEach(batch -> before.add(batch.done()));
            before.add(lastChange);
            before.add(lastStart);
            lastStart = started;
            if (reading) {
                reads.add(over);
            } else {
                before.addAll(reads);
                reads.clear();
                lastChange = over;
            }
        }
        sealed.forEach(Batch::send);
        return starts.after(before)
                .thenCompose(waited -> {
                    usage.alreadyWaited(waited);
                    CompletionStage<R> answer = Futures.guarded(call);
                    started.complete(null);
                    return answer;
                })
                .whenComplete((answer, failure) -> {
                    synchronized (this) {
                        reads.remove(over);
                    }
                    over.complete(null);
                });
    }

    /** Completes when all batches so far are done. */
    CompletableFuture<Void> flush() {
        List<Batch<R>> sealed;
        CompletableFuture<Void> done;
        synchronized (this) {
            sealed = sealAll(open.values());
            done = allDone();
        }
        sealed.forEach(Batch::send);
        return done;
    }

    private CompletableFuture<Void> allDone() {
        return CompletableFuture.allOf(unfinished.stream().map(Batch::done).toArray(CompletableFuture[]::new));
    }

    private synchronized List<Batch<R>> sealAll(Collection<Batch<R>> batches) {
        List<Batch<R>> sealed = new ArrayList<>();
        List.copyOf(batches).forEach(batch -> seal(batch, sealed));
        return sealed;
    }

    private void seal(Batch<R> batch, List<Batch<R>> sealed) {
        if (open.remove(batch.key(), batch)) {
            sealed.add(batch);
        }
    }

    private synchronized void forget(Batch<R> batch) {
        unfinished.remove(batch);
        batch.ids().forEach(id -> last.remove(id, batch));
    }
}
