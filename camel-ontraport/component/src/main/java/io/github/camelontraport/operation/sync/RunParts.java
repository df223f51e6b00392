package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.Futures;
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
        return Futures.continuedOn(input.host()::execute, stage);
    }

    /** Ends a batch when the stage is done: refused rows are handed over, and full groups of tags are sent. */
    CompletionStage<Void> endBatch(CompletionStage<Void> written) {
        return written.thenComposeAsync(unused -> refusals.handOver(), input.host()::execute)
                .thenComposeAsync(unused -> tags.sendFull(input.host()), input.host()::execute);
    }

    boolean isDryRun() {
        return input.settings().dryRun();
    }
}
