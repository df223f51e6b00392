package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.operation.OperationContext;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

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

    /**
     * Ends a batch when the stage is done: refused rows are handed over, also when the run ends here, and full groups of tags
     * are sent.
     */
    CompletionStage<Void> endBatch(CompletionStage<Void> written) {
        return written.handleAsync(
                        (unused, failure) -> failure == null
                                ? refusals.handOver()
                                : refusals.handOver()
                                        .handle((handed, further) -> CompletableFuture.<Void>failedStage(failure))
                                        .thenCompose(Function.identity()),
                        input.host()::execute)
                .thenCompose(Function.identity())
                .thenComposeAsync(unused -> tags.sendFull(input.host()), input.host()::execute);
    }

    /** Checks the fields of rows that a dry run does not write. */
    CompletionStage<Void> check(List<SyncRow> unwritten) {
        Iterator<SyncRow> rest = unwritten.iterator();
        return AsyncLoop.run(rest::hasNext, () -> writer.check(rest.next()));
    }

    boolean isDryRun() {
        return input.settings().dryRun();
    }
}
