package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.async.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A record for each row. The ledger counts equal rows, so that a run that goes on where an earlier one was interrupted makes
 * only the records that are missing, in whatever order the rows come.
 */
final class AppendSteps implements SyncSteps {

    private static final int MOST_READ = 1_000;

    private final RunParts parts;
    private boolean ended;

    AppendSteps(RunParts parts) {
        this.parts = parts;
    }

    @Override
    public CompletionStage<Void> begin() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public CompletionStage<Void> next() {
        parts.rows().checkStopping();
        List<SyncRow> fresh = new ArrayList<>();
        List<SyncRow> doubtful = new ArrayList<>();
        // As many as are written at a time: after a kill, no more than these are in doubt.
        int most = parts.input().settings().concurrency();
        long last = parts.rows().number() + MOST_READ;
        return parts.endBatch(parts.onHost(AsyncLoop.run(
                        () -> fresh.size() + doubtful.size() < most
                                && parts.rows().number() < last
                                && parts.rows().hasNext(),
                        () -> take(fresh, doubtful)))
                .thenCompose(unused -> {
                    ended = !parts.rows().hasNext();
                    return AsyncLoop.run(() -> !doubtful.isEmpty(), () -> decide(doubtful.remove(0), fresh));
                })
                .thenComposeAsync(unused -> write(fresh), this::execute));
    }

    private void execute(Runnable task) {
        parts.input().host().execute(task);
    }

    private CompletionStage<Void> take(List<SyncRow> fresh, List<SyncRow> doubtful) {
        Object given = parts.rows().next();
        long number = parts.rows().number();
        return parts.onHost(parts.reader().read(number, given)).handle((row, failure) -> {
            if (failure == null) {
                consider(row, fresh, doubtful);
                return null;
            }
            RuntimeException reason = RowFailures.ofMapping(
                            failure, parts.context().client())
                    .orElseThrow(() -> new CompletionException(Futures.cause(failure)));
            parts.refusals().add(number, given, reason, false);
            return null;
        });
    }

    private void consider(SyncRow row, List<SyncRow> fresh, List<SyncRow> doubtful) {
        AppendEntry entry = change(row, before -> before.read(parts.ledger().run()));
        if (entry.isDone()) {
            parts.progress().add(SyncCount.UNCHANGED, 1);
        } else {
            (entry.isDoubtful() ? doubtful : fresh).add(row);
        }
    }

    private AppendEntry change(SyncRow row, UnaryOperator<AppendEntry> change) {
        AppendEntry changed = change.apply(parts.ledger().appended(row.hash()));
        parts.ledger().putAppended(row.hash(), changed);
        return changed;
    }

    /** Of a row that an earlier run may have written: only a record with its key tells. */
    private CompletionStage<Void> decide(SyncRow row, List<SyncRow> fresh) {
        if (row.key() == null) {
            unclear(row);
            return CompletableFuture.completedFuture(null);
        }
        return parts.writer()
                .find(row)
                .thenAcceptAsync(
                        found -> {
                            if (parts.isDryRun()) {
                                parts.progress().add(found.isPresent() ? SyncCount.UNCHANGED : SyncCount.CREATED, 1);
                                return;
                            }
                            change(row, before -> before.ended(found.isPresent()));
                            if (found.isPresent()) {
                                parts.progress().add(SyncCount.UNCHANGED, 1);
                                parts.tags().add(found.get());
                            } else {
                                fresh.add(row);
                            }
                        },
                        this::execute);
    }

    private void unclear(SyncRow row) {
        RuntimeException reason = ApiException.details(
                        ApiException.Kind.OTHER,
                        "An earlier run was interrupted while it created this record, which may exist. It is not created"
                                + " again")
                .outcomeUnknown(true)
                .build();
        parts.refusals().add(row.number(), row.given(), reason, true);
    }

    private CompletionStage<Void> write(List<SyncRow> rows) {
        if (parts.isDryRun()) {
            parts.progress().add(SyncCount.CREATED, rows.size());
            return parts.check(rows);
        }
        rows.forEach(row -> change(row, AppendEntry::begun));
        parts.ledger().commit();
        Map<Long, WriteResult> results = new ConcurrentHashMap<>();
        Set<Long> notWritten = ConcurrentHashMap.newKeySet();
        rows.forEach(row -> notWritten.add(row.number()));
        return Lanes.run(rows, parts.input().settings().concurrency(), row -> {
                    notWritten.remove(row.number());
                    return parts.writer().append(row).whenComplete((result, failure) -> {
                        if (failure == null) {
                            results.put(row.number(), result);
                        } else if (RowFailures.isRefused(failure)) {
                            notWritten.add(row.number());
                        }
                    });
                })
                .handleAsync(
                        (unused, failure) -> {
                            rows.forEach(row -> settle(row, results.get(row.number()), notWritten));
                            parts.ledger().commit();
                            return failure == null
                                    ? CompletableFuture.<Void>completedFuture(null)
                                    : CompletableFuture.<Void>failedFuture(failure);
                        },
                        this::execute)
                .thenCompose(stage -> stage);
    }

    /** @param result {@code null} when the run has ended before or during the write */
    private void settle(SyncRow row, WriteResult result, Set<Long> notWritten) {
        if (result == null) {
            if (notWritten.contains(row.number())) {
                change(row, before -> before.ended(false));
            }
            return;
        }
        if (result.outcome() == SyncCount.UNCLEAR) {
            // Stays under way: a later run must not write it either.
            parts.refusals().add(row.number(), row.given(), result.failure(), true);
            return;
        }
        change(row, before -> before.ended(result.isAccepted()));
        if (result.isAccepted()) {
            parts.progress().add(SyncCount.CREATED, 1);
            if (result.id() != 0) {
                parts.tags().add(result.id());
            }
        } else {
            parts.refusals().add(row.number(), row.given(), result.failure(), false);
        }
    }

    /** The next run appends all of its rows. */
    @Override
    public CompletionStage<Void> finish() {
        return parts.tags()
                .sendAll(parts.input().host())
                .thenRunAsync(() -> parts.ledger().forgetAppended(), this::execute);
    }
}
