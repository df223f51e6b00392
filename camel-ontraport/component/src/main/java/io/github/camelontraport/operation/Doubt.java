package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.Stages;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A reply that came as a success but cannot be read: the call was executed, or may have been. */
final class Doubt {

    private Doubt() {
    }

    /** The stage itself; one that fails for what is in a reply tells what the exchange had sent until then. */
    static CompletionStage<Outcome> counted(Task task, CompletionStage<Outcome> stage) {
        return stage.exceptionallyCompose(failure -> {
            Throwable cause = Stages.cause(failure);
            return CompletableFuture.failedFuture(cause instanceof ApiException unread && unread.attempts() == 0
                    && unread.status() == 200 ? unread.inDoubt(task.usage().requests(), unread.outcomeUnknown()) : cause);
        });
    }

    /** The stage itself; one that fails after a success says whether its outcome is unknown, as the rule has it. */
    static CompletionStage<Outcome> of(RepeatRule repeat, Task task, CompletionStage<Outcome> stage) {
        return stage.handle((outcome, failure) -> {
            Throwable cause = Stages.cause(failure);
            if (cause instanceof ApiException unread && unread.status() == 200 && unread.attempts() == 0) {
                // Before the rule is asked, which may cost requests of its own.
                int attempts = task.usage().requests();
                return Stages.guarded(repeat::mayRepeat).exceptionally(unknown -> false).<Outcome>thenApply(safe -> {
                    throw unread.inDoubt(attempts, !safe);
                });
            }
            return failure == null ? CompletableFuture.completedFuture(outcome)
                    : CompletableFuture.<Outcome>failedFuture(cause);
        }).thenCompose(Function.identity());
    }
}
