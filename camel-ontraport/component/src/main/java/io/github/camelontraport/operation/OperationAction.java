package io.github.camelontraport.operation;

import java.util.concurrent.CompletionStage;

/** Makes the calls of an operation. */
@FunctionalInterface
public interface OperationAction {

    /**
     * Starts the operation without blocking.
     *
     * @return fails with {@code InvalidInputException}, before anything is sent, or with {@code ApiException}
     * @throws io.github.camelontraport.api.InvalidInputException before anything is sent
     */
    CompletionStage<OperationResult> run(OperationContext context);
}
