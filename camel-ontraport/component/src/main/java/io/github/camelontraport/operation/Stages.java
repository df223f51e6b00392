package io.github.camelontraport.operation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Steps of loops that nobody waits for on a thread, so that whatever they throw must become their answer. */
final class Stages {

    private Stages() {
    }

    /** The step's stage; a failed one when the step throws. */
    static <T> CompletionStage<T> guarded(Supplier<CompletionStage<T>> step) {
        try {
            return step.get();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
