package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.operation.OperationContext;

/** The rows of the input with their numbers. For one thread at a time. */
final class RowSource {

    private final SyncInput input;
    private final OperationContext context;
    private final SyncProgress progress;

    RowSource(SyncInput input, OperationContext context, SyncProgress progress) {
        this.input = input;
        this.context = context;
        this.progress = progress;
    }

    boolean hasNext() {
        return input.rows().hasNext();
    }

    Object next() {
        Object row = input.rows().next();
        progress.add(SyncCount.READ, 1);
        return row;
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
