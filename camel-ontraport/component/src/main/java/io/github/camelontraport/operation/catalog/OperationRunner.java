package io.github.camelontraport.operation.catalog;

import io.github.camelontraport.operation.MappedParameters;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.UnreadableReplies;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs the operation of a row. */
public final class OperationRunner {

    private OperationRunner() {}

    /**
     * Starts the operation without blocking.
     *
     * @return fails with {@code InvalidInputException}, before anything is sent, or with {@code ApiException}
     */
    public static CompletionStage<OperationResult> run(Operation row, OperationContext context) {
        try {
            OptionChecks.checkPattern(row, context.parameters());
            if (context.type() != null) {
                TypeChecks.check(row, context.type());
            }
            return UnreadableReplies.counted(context.callContext(), ready(row, context));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Names and labels are resolved before anything else is sent, so that nothing is changed when one of them cannot be. */
    private static CompletionStage<OperationResult> ready(Operation row, OperationContext context) {
        if (context.type() == null) {
            return started(row, context);
        }
        return MappedParameters.of(context.parameters(), row.parameters(), context.mapper())
                .thenCompose(mapped -> {
                    OperationContext labelled = mapped == context.parameters() ? context : context.with(mapped);
                    return NameResolution.isNeeded(row, mapped)
                            ? NameResolution.resolved(row, labelled).thenCompose(resolved -> started(row, resolved))
                            : started(row, labelled);
                });
    }

    /** A raw call is about no type, so there is no batch that it would have to wait for. */
    private static CompletionStage<OperationResult> started(Operation row, OperationContext context) {
        return row.batchable() || context.type() == null
                ? row.action().run(context)
                : context.unbatched(row.onlyReads(), row.action()::run);
    }
}
