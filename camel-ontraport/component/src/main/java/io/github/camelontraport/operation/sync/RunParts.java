package io.github.camelontraport.operation.sync;

import io.github.camelontraport.operation.OperationContext;

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

    boolean isDryRun() {
        return input.settings().dryRun();
    }
}
