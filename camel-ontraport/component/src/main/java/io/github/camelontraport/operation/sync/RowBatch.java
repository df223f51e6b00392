package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.AsyncLoop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Takes rows until enough of them are to be compared or written. Rows of one key never stand in two batches at a time, and
 * of those in one batch the last wins.
 */
final class RowBatch {

    private static final int ENOUGH = 50;
    /** With this many rows the run looks whether it is to stop, and tags what has come together. */
    private static final int MOST_READ = 1_000;
    /** Rows that are put off take memory. */
    private static final int MOST_PUT_OFF = 10_000;

    private final RunParts parts;
    private final AcceptedRows accepted;
    /** Rows of keys that had several rows in an earlier run, until another comes or the input ends. */
    private final Map<String, WorkRow> putOff = new LinkedHashMap<>();

    RowBatch(RunParts parts, AcceptedRows accepted) {
        this.parts = parts;
        this.accepted = accepted;
    }

    boolean hasPutOff() {
        return !putOff.isEmpty();
    }

    /** The next rows to compare or write, by key. Empty when the ledger knows all that were read. */
    CompletionStage<Map<String, WorkRow>> take() {
        Map<String, WorkRow> work = new LinkedHashMap<>();
        long most = parts.rows().number() + MOST_READ;
        return AsyncLoop.run(
                        () -> parts.rows().number() < most
                                && work.size() < ENOUGH
                                && parts.rows().hasNext(),
                        () -> take(parts.rows().next(), work))
                .thenApply(unused -> {
                    if (!parts.rows().hasNext() && !parts.rows().hasFailed()) {
                        takePutOff(work);
                    }
                    return work;
                });
    }

    private void takePutOff(Map<String, WorkRow> work) {
        while (work.size() < ENOUGH && !putOff.isEmpty()) {
            String key = putOff.keySet().iterator().next();
            work.put(key, putOff.remove(key));
        }
    }

    private CompletionStage<Void> take(Object given, Map<String, WorkRow> work) {
        long number = parts.rows().number();
        CompletionStage<SyncRow> row = parts.reader().read(number, given);
        return parts.onHost(row.handle((read, failure) -> {
                            if (failure == null) {
                                return CompletableFuture.completedStage(read);
                            }
                            return RowFailures.ofMapping(
                                            failure, parts.context().client())
                                    .map(reason -> refuse(number, given, reason))
                                    .orElseGet(() -> CompletableFuture.failedStage(failure));
                        })
                        .thenCompose(Function.identity()))
                .thenAccept(read -> {
                    if (read != null) {
                        consider(read, work);
                    }
                });
    }

    private CompletionStage<SyncRow> refuse(long number, Object given, RuntimeException reason) {
        parts.refusals().add(number, given, reason, false);
        // The record is not missing, although its row cannot be written.
        return parts.onHost(parts.reader().keyOfRefused(given)).thenApply(key -> {
            key.flatMap(parts.ledger()::find).ifPresent(entry -> accepted.present(entry.id()));
            return null;
        });
    }

    private void consider(SyncRow row, Map<String, WorkRow> work) {
        boolean inBatch = work.remove(row.key()) != null;
        boolean replaces = putOff.remove(row.key()) != null || inBatch;
        if (replaces) {
            parts.progress().add(SyncCount.SUPERSEDED, 1);
        }
        Optional<LedgerEntry> entry = parts.ledger().find(row.key());
        WorkRow next = new WorkRow(row, entry.orElse(null), replaces);
        if (entry.isPresent() && entry.get().isAccepted(row)) {
            accepted.unchanged(next, entry.get().id());
        } else if (!next.isUnknown() && entry.get().repeated() && putOff.size() < MOST_PUT_OFF) {
            putOff.put(row.key(), next);
        } else {
            work.put(row.key(), next);
        }
    }
}
