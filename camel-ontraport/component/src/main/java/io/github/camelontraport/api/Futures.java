package io.github.camelontraport.api;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Helpers for completion stages. */
public final class Futures {

    private Futures() {}

    /** The step's stage; a failed stage when the step throws, returns null, or completes with null. */
    public static <T> CompletionStage<T> guarded(Supplier<? extends CompletionStage<T>> step) {
        try {
            return step.get().thenApply(answer -> Objects.requireNonNull(answer, "nothing was answered"));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The failure without the {@link CompletionException}s that stages wrap around it; null for null. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? cause(failure.getCause())
                : failure;
    }
}
