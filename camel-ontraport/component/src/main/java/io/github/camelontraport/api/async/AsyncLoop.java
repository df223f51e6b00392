package io.github.camelontraport.api.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Repeats an asynchronous step. Steps that complete at once need no stack, however many there are. */
public final class AsyncLoop {

    private final BooleanSupplier hasNext;
    private final Supplier<? extends CompletionStage<?>> step;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();

    private AsyncLoop(BooleanSupplier hasNext, Supplier<? extends CompletionStage<?>> step) {
        this.hasNext = hasNext;
        this.step = step;
    }

    /**
     * Runs the step as long as there is a next one.
     *
     * @return fails with the cause of the first step that fails
     */
    public static CompletionStage<Void> run(BooleanSupplier hasNext, Supplier<? extends CompletionStage<?>> step) {
        AsyncLoop loop = new AsyncLoop(hasNext, step);
        loop.proceed();
        return loop.finished;
    }

    private void proceed() {
        try {
            while (hasNext.getAsBoolean()) {
                CompletableFuture<?> current = step.get().toCompletableFuture();
                if (!current.isDone()) {
                    Futures.onEnd(current, (unused, failure) -> proceedAfter(failure));
                    return;
                }
                current.join();
            }
            finished.complete(null);
        } catch (RuntimeException | Error e) {
            finished.completeExceptionally(Futures.cause(e));
        }
    }

    private void proceedAfter(Throwable failure) {
        if (failure == null) {
            proceed();
        } else {
            finished.completeExceptionally(Futures.cause(failure));
        }
    }
}
