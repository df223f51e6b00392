package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.RepeatRule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A reply that came as a success but cannot be read: the call was executed, or may have been. */
final class Doubt {

    private Doubt() {
    }

    /** The stage itself; one that fails after a success says whether its outcome is unknown, as the rule has it. */
    static CompletionStage<Outcome> of(RepeatRule repeat, Task task, CompletionStage<Outcome> stage) {
        return stage.handle((outcome, failure) -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            boolean unread = cause instanceof ApiException refused && refused.status() == 200 && refused.attempts() == 0;
            return unread ? repeat.mayRepeat().<Outcome>thenApply(safe -> {
                throw ((ApiException) cause).inDoubt(task.usage().requests(), !safe);
            }) : failure == null ? CompletableFuture.completedFuture(outcome)
                    : CompletableFuture.<Outcome>failedFuture(cause);
        }).thenCompose(Function.identity());
    }
}
