package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One run: opens the ledger, takes step after step, and reports. */
final class SyncRun {

    private final OperationContext context;
    private final SyncInput input;
    private final SyncProgress progress;

    private SyncRun(OperationContext context, SyncInput input) {
        this.context = context;
        this.input = input;
        this.progress = new SyncProgress(
                input.settings().mode(),
                context.type().plural(),
                input.size(),
                input.host().time(),
                context.callContext()::requests,
                input.host()::counted);
    }

    /** Runs the sync. Its result is the report. */
    static CompletionStage<OperationResult> run(OperationContext context) {
        if (!(context.parameters().body() instanceof SyncInput input)) {
            throw new InvalidInputException("Operation sync reads rows, which only an endpoint gives it");
        }
        return new SyncRun(context, input).start().whenComplete((result, failure) -> input.close()
                .run());
    }

    private CompletionStage<OperationResult> start() {
        SyncKey key = new SyncKey(context, input.settings());
        return key.field().thenComposeAsync(field -> run(key, field), input.host()::execute);
    }

    private CompletionStage<OperationResult> run(SyncKey key, Optional<String> field) {
        RunLedger ledger = open(field);
        return Futures.guarded(() -> key.rule(field, ledger))
                .handleAsync(
                        (rule, failure) -> {
                            if (failure != null) {
                                ledger.close();
                                return CompletableFuture.<OperationResult>failedFuture(failure);
                            }
                            return run(rule, ledger);
                        },
                        input.host()::execute)
                .thenCompose(Function.identity());
    }

    private CompletionStage<OperationResult> run(Optional<KeyRule> key, RunLedger ledger) {
        RunParts parts = new RunParts(
                context,
                input,
                progress,
                new RowReader(context, key, isKeyed()),
                new RowSource(input, context, progress),
                ledger,
                new RowWriter(context, key),
                new TagQueue(context, ledger, progress, input.settings().dryRun()),
                new Refusals(input, progress));
        return run(parts, isKeyed() ? new KeyedSteps(parts, key.orElseThrow()) : new AppendSteps(parts));
    }

    private boolean isKeyed() {
        return input.settings().mode() != SyncMode.append;
    }

    private RunLedger open(Optional<String> key) {
        SyncSettings settings = input.settings();
        LedgerTable table = null;
        if (settings.ledger() != null) {
            String kind = isKeyed() ? "" : "/append";
            String name = context.typeId() + "/" + key.orElse("") + kind;
            table = settings.ledger().open(new LedgerScope(settings.account(), name), settings.dryRun());
        }
        LedgerTable used = table != null && !settings.dryRun() ? table : new RecentTable(table);
        try {
            RunLedger ledger = new RunLedger(used, TagQueue.marker(context));
            progress.run(ledger.run());
            return ledger;
        } catch (RuntimeException e) {
            // Damaged: the next run must be able to open it.
            used.close();
            throw e;
        }
    }

    private CompletionStage<OperationResult> run(RunParts parts, SyncSteps steps) {
        Runnable ended = input.host().started(progress);
        CompletionStage<Void> done = Futures.guarded(() -> steps.begin().thenApply(unused -> true))
                .thenComposeAsync(
                        unused -> AsyncLoop.run(steps::hasNext, () -> CompletableFuture.completedFuture(true)
                                .thenComposeAsync(next -> steps.next(), input.host()::execute)),
                        input.host()::execute)
                .thenComposeAsync(
                        unused -> {
                            parts.rows().checkComplete();
                            return steps.finish();
                        },
                        input.host()::execute);
        return done.handleAsync(
                (unused, failure) -> {
                    Throwable end = close(parts, Futures.cause(failure));
                    ended.run();
                    if (end != null) {
                        throw new CompletionException(new SyncEndedException(end, progress.reportOfEnded()));
                    }
                    return OperationResult.of(progress.report())
                            .withUnknownFields(parts.writer().unknownFields());
                },
                input.host()::execute);
    }

    /** Remembers what was done, also when the run fails. */
    private static Throwable close(RunParts parts, Throwable failure) {
        try (RunLedger ledger = parts.ledger()) {
            parts.tags().save();
            ledger.commit();
            return failure;
        } catch (RuntimeException e) {
            if (failure != null) {
                failure.addSuppressed(e);
                return failure;
            }
            return e;
        }
    }
}
