package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.operation.OperationContext;

/** The rows of the input with their numbers. For one thread at a time. */
final class RowSource {

    private final SyncInput input;
    private final OperationContext context;
    private final SyncProgress progress;
    /** The row that was read ahead, in an array of one, as it may be {@code null}; {@code null} for none. */
    private Object[] next;

    private RuntimeException failure;

    RowSource(SyncInput input, OperationContext context, SyncProgress progress) {
        this.input = input;
        this.context = context;
        this.progress = progress;
    }

    /** Also false when the input has failed, so that the rows before are still written. */
    boolean hasNext() {
        if (next == null && failure == null) {
            try {
                next = input.rows().hasNext() ? new Object[] {input.rows().next()} : null;
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        return next != null;
    }

    /** {@code null} for a row that the input has as {@code null}. */
    Object next() {
        Object row = next[0];
        next = null;
        progress.add(SyncCount.READ, 1);
        return row;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Ends the run of an input that did not come to its end. */
    void checkComplete() {
        if (failure != null) {
            throw failure;
        }
    }

    /** The number of the row that was read last. */
    long number() {
        return progress.get(SyncCount.READ);
    }

    /** @throws ApiException when the run is to end before its time */
    void checkStopping() {
        if (input.stopping().getAsBoolean() || context.client().isClosed()) {
            throw ApiException.details(
                            ApiException.Kind.CONNECTION,
                            "The route is being stopped. Run the same input again to go on")
                    .retryable(true)
                    .build();
        }
    }
}
