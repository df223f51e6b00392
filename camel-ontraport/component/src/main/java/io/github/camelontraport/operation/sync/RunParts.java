package io.github.camelontraport.operation.sync;

import io.github.camelontraport.operation.OperationContext;
import java.util.concurrent.CompletionStage;

/** What the steps of one run share. */
record RunParts(
        OperationContext context,
        SyncInput input,
        SyncProgress progress,
        RowReader reader,
        RowSource rows,
        RunLedger ledger,
        RowWriter writer,
        TagQueue tags,
        Refusals refusals) {

    /** The stage; what follows runs on the calling thread when the stage is done already, else on one of the host. */
    <T> CompletionStage<T> onHost(CompletionStage<T> stage) {
        return stage.toCompletableFuture().isDone()
                ? stage
                : stage.whenCompleteAsync((value, failure) -> {}, input.host()::execute);
    }

    boolean isDryRun() {
        return input.settings().dryRun();
    }
}
