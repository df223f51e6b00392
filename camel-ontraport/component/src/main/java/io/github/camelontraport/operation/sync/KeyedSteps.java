package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.AsyncLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One record for each key. A batch of rows is compared with the ledger, then with the account, and what differs is written.
 * The next batch begins when all writes of this one have ended.
 */
final class KeyedSteps implements SyncSteps {

    /** Ids of records that a dry run would create; the account has none so high. */
    private static final long NOT_CREATED = 1L << 60;

    private final RunParts parts;
    private final KeyLookup lookup;
    private final AcceptedRows accepted;
    private final RowBatch batch;
    private final UnknownRows unknown;
    /** Keys of rows whose writes have an unknown result. */
    private final Set<String> unclear = new LinkedHashSet<>();

    private long notCreated = NOT_CREATED;
    private boolean ended;

    KeyedSteps(RunParts parts, KeyRule key) {
        this.parts = parts;
        this.lookup = new KeyLookup(parts.context(), key);
        this.accepted = new AcceptedRows(parts.ledger(), parts.tags(), parts.progress());
        this.batch = new RowBatch(parts, accepted);
        this.unknown = new UnknownRows(parts, lookup, (row, failure) -> refuse(row, failure, false));
    }

    /** Finds the records that a run may have created before it could remember them. */
    @Override
    public CompletionStage<Void> begin() {
        List<String> keys = parts.isDryRun() ? List.of() : parts.ledger().underWay();
        Iterator<List<String>> groups = KeyLookup.groups(keys).iterator();
        return AsyncLoop.run(groups::hasNext, () -> lookup.find(groups.next(), Set.of())
                        .thenAcceptAsync(
                                found -> found.forEach(this::foundAgain),
                                parts.input().host()::execute))
                .thenRun(() -> {
                    if (!keys.isEmpty()) {
                        parts.ledger().underWay(List.of());
                        parts.ledger().commit();
                    }
                });
    }

    private void foundAgain(String key, Map<String, Object> record) {
        if (parts.ledger().find(key).filter(LedgerEntry::isClean).isEmpty()) {
            long id = Records.id(record, parts.context().type());
            parts.ledger().put(key, new LedgerEntry(id, "", parts.ledger().run(), false));
        }
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public CompletionStage<Void> next() {
        parts.rows().checkStopping();
        return parts.endBatch(parts.onHost(batch.take()).thenCompose(work -> {
            ended = !parts.rows().hasNext() && (parts.rows().hasFailed() || !batch.hasPutOff());
            return parts.refusals()
                    .handOver()
                    .thenCompose(unused -> unknown.lookUp(work))
                    .thenComposeAsync(found -> write(plan(work, found)), this::execute);
        }));
    }

    private void execute(Runnable task) {
        parts.input().host().execute(task);
    }

    private void refuse(WorkRow work, RuntimeException failure, boolean isUnclear) {
        parts.refusals().add(work.row().number(), work.row().given(), failure, isUnclear);
        if (work.entry() != null) {
            accepted.present(work.entry().id());
        }
    }

    private List<PlannedWrite> plan(Map<String, WorkRow> work, Map<String, Map<String, Object>> found) {
        List<PlannedWrite> writes = new ArrayList<>();
        for (WorkRow row : work.values()) {
            Map<String, Object> record = found.get(row.row().key());
            if (!row.isUnknown()) {
                writes.add(new PlannedWrite(row, row.entry().id(), false));
            } else if (record == null) {
                writes.add(new PlannedWrite(row, 0, true));
            } else {
                long id = Records.id(record, parts.context().type());
                if (RowComparison.isEqual(row.row().fields(), record, lookup.key())) {
                    accepted.unchanged(row, id);
                } else {
                    writes.add(new PlannedWrite(row, id, true));
                }
            }
        }
        return writes;
    }

    private CompletionStage<Void> write(Collection<PlannedWrite> writes) {
        if (parts.isDryRun()) {
            writes.forEach(write -> settle(write, pretended(write)));
            return parts.check(writes.stream().map(PlannedWrite::row).toList());
        }
        if (writes.isEmpty()) {
            parts.ledger().commit();
            return CompletableFuture.completedFuture(null);
        }
        remember(writes);
        Map<Long, WriteResult> results = new ConcurrentHashMap<>();
        return Lanes.run(writes, parts.input().settings().concurrency(), write -> written(write)
                        .thenAccept(result -> results.put(write.row().number(), result)))
                .handleAsync(
                        (unused, failure) -> {
                            // Also when the run ends here: what was accepted is remembered.
                            writes.stream()
                                    .filter(write ->
                                            results.containsKey(write.row().number()))
                                    .forEach(write -> settle(
                                            write, results.get(write.row().number())));
                            if (failure == null) {
                                parts.ledger().underWay(unclear);
                            }
                            parts.ledger().commit();
                            return failure == null
                                    ? CompletableFuture.<Void>completedFuture(null)
                                    : CompletableFuture.<Void>failedFuture(failure);
                        },
                        this::execute)
                .thenCompose(stage -> stage);
    }

    /** Before the first request of a write, so that after a kill the ledger says which results are not known. */
    private void remember(Collection<PlannedWrite> writes) {
        Set<String> keys = new LinkedHashSet<>(unclear);
        for (PlannedWrite write : writes) {
            keys.add(write.row().key());
            if (write.id() != 0) {
                LedgerEntry before = write.work().entry();
                parts.ledger()
                        .put(
                                write.row().key(),
                                new LedgerEntry(
                                        write.id(), "", parts.ledger().run(), before != null && before.repeated()));
            }
        }
        parts.ledger().underWay(keys);
        parts.ledger().commit();
    }

    private CompletionStage<WriteResult> written(PlannedWrite write) {
        return write.id() == 0
                ? parts.writer().createOnce(write.row())
                : parts.writer().update(write.row(), write.id(), write.looked());
    }

    private WriteResult pretended(PlannedWrite write) {
        return write.id() == 0 ? WriteResult.created(notCreated++) : WriteResult.updated(write.id());
    }

    private void settle(PlannedWrite write, WriteResult result) {
        if (!result.isAccepted()) {
            boolean isUnclear = result.outcome() == SyncCount.UNCLEAR;
            refuse(write.work(), result.failure(), isUnclear);
            accepted.present(write.id());
            if (isUnclear) {
                unclear.add(write.row().key());
            }
        } else if (result.id() == 0) {
            // The API has only put the write off. The next run looks the key up.
            parts.progress().add(result.outcome(), 1);
            unclear.add(write.row().key());
        } else {
            WorkRow work = write.work();
            if (write.id() != 0 && write.id() != result.id()) {
                parts.ledger().gone(write.id());
            }
            // The entry was marked as under way.
            accepted.written(new WorkRow(work.row(), null, work.repeated()), result);
        }
    }

    @Override
    public CompletionStage<Void> finish() {
        SyncSettings settings = parts.input().settings();
        CompletionStage<Void> tagged = parts.tags().sendAll(parts.input().host());
        if (settings.mode() != SyncMode.refresh) {
            return tagged.thenRunAsync(
                    () -> {
                        IdBitmap known = parts.ledger().known();
                        known.addAll(accepted.seen());
                        complete(known);
                    },
                    this::execute);
        }
        // More likely than that all records are to go is that the source had a fault, such as a key column with another
        // name.
        boolean empty = accepted.seen().isEmpty() && settings.maxDeleted().isEmpty();
        return empty
                ? tagged
                : tagged.thenComposeAsync(
                                unused -> new MissingRecords(
                                                parts.context(), parts.input(), parts.ledger(), parts.progress())
                                        .remove(accepted.seen()),
                                this::execute)
                        .thenRunAsync(() -> complete(accepted.seen()), this::execute);
    }

    private void complete(IdBitmap known) {
        parts.ledger().saveKnown(known);
        parts.ledger().commit();
    }
}
