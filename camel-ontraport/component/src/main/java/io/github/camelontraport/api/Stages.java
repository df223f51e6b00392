package io.github.camelontraport.api;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** What stages need that nobody waits for on a thread. */
public final class Stages {

    private Stages() {
    }

    /** The step's stage; a failed one when the step breaks its promise: throws, or gives no stage or no answer. */
    public static <T> CompletionStage<T> guarded(Supplier<? extends CompletionStage<T>> step) {
        try {
            return step.get().thenApply(answer -> Objects.requireNonNull(answer, "nothing was answered"));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Like {@code thenApply}, but who cancels what comes of it cancels the stage itself. */
    public static <T, R> CompletionStage<R> then(CompletionStage<T> stage, Function<T, R> step) {
        return cancelling(stage.thenApply(step), stage);
    }

    /** The stage, which when it is cancelled cancels the one that it follows. */
    static <R> CompletionStage<R> cancelling(CompletionStage<R> stage, CompletionStage<?> source) {
        CompletableFuture<R> following = stage.toCompletableFuture();
        following.whenComplete((value, failure) -> {
            if (following.isCancelled()) {
                source.toCompletableFuture().cancel(false);
            }
        });
        return stage;
    }

    /** The failure itself, which stages wrap; {@code null} stays so. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? cause(failure.getCause()) : failure;
    }
}
