package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.async.AsyncLoop;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands over the rows that were refused. For one thread at a time. */
final class Refusals {

    private final SyncInput input;
    private final SyncProgress progress;
    private final Deque<RejectedRow> waiting = new ArrayDeque<>();

    Refusals(SyncInput input, SyncProgress progress) {
        this.input = input;
        this.progress = progress;
    }

    void add(long number, Object given, RuntimeException failure, boolean unclear) {
        waiting.add(new RejectedRow(number, given, failure, unclear));
    }

    /** Hands over all that wait, in the order of their numbers. Fails when more were refused than may be. */
    CompletionStage<Void> handOver() {
        if (waiting.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Deque<RejectedRow> ordered = new ArrayDeque<>(waiting.stream()
                .sorted(Comparator.comparingLong(RejectedRow::number))
                .toList());
        waiting.clear();
        return AsyncLoop.run(() -> !ordered.isEmpty(), () -> {
                    RejectedRow row = ordered.remove();
                    progress.add(row.unclear() ? SyncCount.UNCLEAR : SyncCount.REJECTED, 1);
                    return input.host().reject(row);
                })
                .thenRun(this::check);
    }

    private void check() {
        long most = input.settings().maxRejected();
        long refused = progress.get(SyncCount.REJECTED) + progress.get(SyncCount.UNCLEAR);
        if (most >= 0 && refused > most) {
            throw new InvalidInputException(
                    refused + " rows were refused, more than option maxRejected allows (" + most + ")");
        }
    }
}
