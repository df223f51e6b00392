package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.record.RecordWrites;
import io.github.camelontraport.operation.record.WireRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/** Writes rows. The stages fail only with what ends the run. Thread-safe. */
final class RowWriter {

    private final OperationContext context;
    /** Empty when rows have no key. */
    private final Optional<KeyRule> key;

    /** Keys that the account does not have, of rows that were written. */
    private final Set<String> unknownFields = new ConcurrentSkipListSet<>();

    private CompletableFuture<Boolean> mergeable;

    RowWriter(OperationContext context, Optional<KeyRule> key) {
        this.context = context;
        this.key = key;
    }

    /** In the order of their names. */
    List<String> unknownFields() {
        return List.copyOf(unknownFields);
    }

    /** Finds the fields of a row that the account does not have, for a run that writes nothing. */
    CompletionStage<Void> check(SyncRow row) {
        return WireRecords.unknownFields(context, row.fields()).thenAccept(unknownFields::addAll);
    }

    /** Makes a record, whatever records there are. */
    CompletionStage<WriteResult> append(SyncRow row) {
        return settled(row, create(row));
    }

    /** Makes the record of a key that was not found, or merges into one that appeared meanwhile. */
    CompletionStage<WriteResult> createOnce(SyncRow row) {
        return settled(row, isMergeable().thenCompose(merges -> merges ? upsert(row) : create(row)));
    }

    /**
     * Changes the record with the id.
     *
     * @param looked whether the record was read in this run; otherwise it may be gone, and is looked up by key then
     */
    CompletionStage<WriteResult> update(SyncRow row, long id, boolean looked) {
        CompletionStage<WriteResult> updated = Futures.guarded(() -> RecordWrites.update(context, id, row.fields()))
                .thenApply(result -> {
                    unknownFields.addAll(result.unknownFields());
                    return WriteResult.updated(id);
                });
        if (looked) {
            return settled(row, updated);
        }
        return updated.handle((result, failure) -> {
                    if (failure == null || !RowFailures.isMissingRecord(failure)) {
                        return settled(row, failure == null ? updated : CompletableFuture.failedFuture(failure));
                    }
                    return settled(
                            row,
                            find(row)
                                    .thenCompose(found ->
                                            found.isPresent() ? update(row, found.get(), true) : createOnce(row)));
                })
                .thenCompose(Function.identity());
    }

    private CompletionStage<WriteResult> create(SyncRow row) {
        return Futures.guarded(() -> RecordWrites.create(context, row.fields().deepCopy()))
                .thenApply(result -> WriteResult.created(id(result)));
    }

    private CompletionStage<WriteResult> upsert(SyncRow row) {
        return Futures.guarded(() -> RecordWrites.upsert(context, row.fields().deepCopy()))
                .thenApply(result -> Boolean.FALSE.equals(result.created())
                        ? WriteResult.updated(id(result))
                        : WriteResult.created(id(result)));
    }

    private long id(OperationResult result) {
        unknownFields.addAll(result.unknownFields());
        return result.objectId() == null ? 0 : Long.parseLong(result.objectId());
    }

    /** A failure of the row is a result. After one of unknown outcome the record is looked up. */
    private CompletionStage<WriteResult> settled(SyncRow row, CompletionStage<WriteResult> stage) {
        return stage.handle((result, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(result);
                    }
                    Optional<RuntimeException> ofRow = RowFailures.ofRow(failure, context.client());
                    if (ofRow.isEmpty()) {
                        return CompletableFuture.<WriteResult>failedFuture(failure);
                    }
                    return RowFailures.isUnclear(ofRow.get())
                            ? cleared(row, ofRow.get())
                            : CompletableFuture.completedFuture(WriteResult.rejected(ofRow.get()));
                })
                .thenCompose(Function.identity());
    }

    private CompletionStage<WriteResult> cleared(SyncRow row, RuntimeException unclear) {
        if (row.key() == null) {
            return CompletableFuture.completedFuture(WriteResult.unclear(unclear));
        }
        return find(row)
                .handle((found, failure) -> {
                    if (failure != null
                            && RowFailures.ofRow(failure, context.client()).isEmpty()) {
                        return CompletableFuture.<WriteResult>failedFuture(failure);
                    }
                    return CompletableFuture.completedFuture(
                            failure == null && found.isPresent()
                                    ? WriteResult.created(found.get())
                                    : WriteResult.unclear(unclear));
                })
                .thenCompose(Function.identity());
    }

    /** The id of the record with the row's key. */
    CompletionStage<Optional<Long>> find(SyncRow row) {
        return new KeyLookup(context, key.orElseThrow())
                .find(List.of(row.sent()), Set.of())
                .thenApply(found -> Optional.ofNullable(found.get(row.key())).map(this::idOf));
    }

    private long idOf(Map<String, Object> record) {
        return Records.id(record, context.type());
    }

    /** Whether the API's upsert finds records by the key. Only the account knows its unique fields: they are read once. */
    private synchronized CompletionStage<Boolean> isMergeable() {
        if (mergeable == null) {
            mergeable = readMergeable().toCompletableFuture();
        }
        return mergeable;
    }

    private CompletionStage<Boolean> readMergeable() {
        if (key.isEmpty() || !context.type().allows(Capability.UPSERT)) {
            return CompletableFuture.completedFuture(false);
        }
        String field = key.get().field();
        return context.type().mergeKey() != null
                ? CompletableFuture.completedFuture(context.type().mergeKey().equals(field))
                : context.uniqueFields(context.type()).thenApply(List.of(field)::equals);
    }
}
