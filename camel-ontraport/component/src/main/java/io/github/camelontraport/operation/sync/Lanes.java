package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.AsyncLoop;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Works on many things, some at a time. */
final class Lanes {

    private Lanes() {}

    /**
     * Takes the step for each thing. After a failure no further thing is begun.
     *
     * @return completes when no step is under way any more
     */
    static <T> CompletionStage<Void> run(
            Collection<T> things, int atATime, Function<T, ? extends CompletionStage<?>> step) {
        Queue<T> rest = new ConcurrentLinkedQueue<>(things);
        return CompletableFuture.allOf(IntStream.range(0, Math.min(atATime, things.size()))
                .mapToObj(lane -> new Lane<>(rest, step).run().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private static final class Lane<T> {

        private final Queue<T> rest;
        private final Function<T, ? extends CompletionStage<?>> step;
        private T next;

        Lane(Queue<T> rest, Function<T, ? extends CompletionStage<?>> step) {
            this.rest = rest;
            this.step = step;
        }

        CompletionStage<Void> run() {
            return AsyncLoop.run(this::advance, () -> step.apply(next)).whenComplete((done, failure) -> {
                if (failure != null) {
                    rest.clear();
                }
            });
        }

        private boolean advance() {
            next = rest.poll();
            return next != null;
        }
    }
}
