package io.github.camelontraport.api;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What stages need that nobody waits for on a thread. */
public final class Futures {

    private Futures() {}

    /** The step's stage; a failed one when the step breaks its promise: throws, or gives no stage or no answer. */
    public static <T> CompletionStage<T> guarded(Supplier<? extends CompletionStage<T>> step) {
        try {
            return step.get().thenApply(answer -> Objects.requireNonNull(answer, "nothing was answered"));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The failure itself, which stages wrap; {@code null} stays so. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? cause(failure.getCause())
                : failure;
    }
}
