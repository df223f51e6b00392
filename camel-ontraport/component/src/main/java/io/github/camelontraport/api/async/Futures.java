package io.github.camelontraport.api.async;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates, observes and unwraps completion stages. */
public final class Futures {

    private static final Logger LOG = LoggerFactory.getLogger(Futures.class);

    private Futures() {}

    /** The step's stage; a failed stage when the step throws, returns null, or completes with null. */
    public static <T> CompletionStage<T> guarded(Supplier<? extends CompletionStage<T>> step) {
        try {
            return step.get().thenApply(answer -> Objects.requireNonNull(answer, "nothing was answered"));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Runs the callback when the stage ends, for its effect only. An exception of the callback is logged: the stage that
     * would hold it has no reader.
     */
    public static <T> void onEnd(CompletionStage<T> stage, BiConsumer<? super T, ? super Throwable> callback) {
        CompletionStage<T> unused = stage.whenComplete((value, failure) -> {
            try {
                callback.accept(value, failure);
            } catch (RuntimeException | Error e) {
                LOG.error("A step after an asynchronous call failed", e);
            }
        });
    }

    /** The stage; what follows runs on the calling thread when the stage is done already, else on the executor. */
    public static <T> CompletionStage<T> continuedOn(Executor executor, CompletionStage<T> stage) {
        return stage.toCompletableFuture().isDone() ? stage : stage.whenCompleteAsync((value, failure) -> {}, executor);
    }

    /** The failure without the {@link CompletionException}s that stages wrap around it; null for null. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? cause(failure.getCause())
                : failure;
    }
}
