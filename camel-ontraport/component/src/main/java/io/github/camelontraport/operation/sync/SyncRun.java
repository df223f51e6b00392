package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

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
        return key().thenComposeAsync(this::run, input.host()::execute);
    }

    private CompletionStage<OperationResult> run(Optional<KeyRule> key) {
        boolean keyed = input.settings().mode() != SyncMode.append;
        RunLedger ledger = open(key, keyed);
        RunParts parts = new RunParts(
                context,
                input,
                progress,
                new RowReader(context, key, keyed),
                new RowSource(input, context, progress),
                ledger,
                new RowWriter(context, key),
                new TagQueue(context, ledger, progress, input.settings().dryRun()),
                new Refusals(input, progress));
        return run(parts, keyed ? new KeyedSteps(parts, key.orElseThrow()) : new AppendSteps(parts));
    }

    private CompletionStage<Optional<KeyRule>> key() {
        Optional<String> named = input.settings().key();
        if (named.isPresent()) {
            return context.mapper().format().isLabelled()
                    ? context.mapper().mapFields(fields -> Optional.of(new KeyRule(fields.key(named.get()))))
                    : CompletableFuture.completedFuture(named.map(KeyRule::new));
        }
        return input.settings().mode() == SyncMode.append
                ? CompletableFuture.completedFuture(Optional.empty())
                : keyOfType();
    }

    /** The merge key of the type, else its only unique field, which the account knows. */
    private CompletionStage<Optional<KeyRule>> keyOfType() {
        ObjectType type = context.type();
        if (type.mergeKey() != null) {
            return CompletableFuture.completedFuture(Optional.of(new KeyRule(type.mergeKey())));
        }
        return context.uniqueFields(type).thenApply(unique -> {
            if (unique.size() != 1) {
                throw new InvalidInputException("Option syncKey is needed: " + type.plural() + " have "
                        + (unique.isEmpty() ? "no unique field" : "several unique fields, " + unique)
                        + ". Nothing was sent");
            }
            return Optional.of(new KeyRule(unique.get(0)));
        });
    }

    private RunLedger open(Optional<KeyRule> key, boolean keyed) {
        SyncSettings settings = input.settings();
        LedgerTable table = null;
        if (settings.ledger() != null) {
            String kind = keyed ? "" : "/append";
            String name = context.typeId() + "/" + key.map(KeyRule::field).orElse("") + kind;
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
                    return OperationResult.of(progress.report());
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
