package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.Futures;
import io.github.camelontraport.api.RetryRule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A reply that came as a success but cannot be read: the call was executed, or may have been. */
public final class UnreadableReply {

    private UnreadableReply() {}

    /** The stage itself; one that fails for what is in a reply tells what the exchange had sent until then. */
    static CompletionStage<OperationResult> counted(OperationContext task, CompletionStage<OperationResult> stage) {
        return stage.exceptionallyCompose(failure -> {
            Throwable cause = Futures.cause(failure);
            return CompletableFuture.failedFuture(
                    cause instanceof ApiException unread && unread.attempts() == 0 && unread.status() == 200
                            ? unread.ofSentCall(task.usage().requests(), unread.outcomeUnknown())
                            : cause);
        });
    }

    /** The stage itself; one that fails after a success says whether its outcome is unknown, as the rule has it. */
    public static CompletionStage<OperationResult> of(
            RetryRule repeat, OperationContext task, CompletionStage<OperationResult> stage) {
        return stage.handle((outcome, failure) -> {
                    Throwable cause = Futures.cause(failure);
                    if (cause instanceof ApiException unread && unread.status() == 200 && unread.attempts() == 0) {
                        // Before the rule is asked, which may cost requests of its own.
                        int attempts = task.usage().requests();
                        return Futures.guarded(repeat::mayRepeat)
                                .exceptionally(unknown -> false)
                                .<OperationResult>thenApply(safe -> {
                                    throw unread.ofSentCall(attempts, !safe);
                                });
                    }
                    return failure == null
                            ? CompletableFuture.completedFuture(outcome)
                            : CompletableFuture.<OperationResult>failedFuture(cause);
                })
                .thenCompose(Function.identity());
    }
}
