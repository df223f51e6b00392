package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.time.TimeSource;
import java.util.concurrent.CompletionStage;

/** What runs need of the application around them. */
public interface SyncHost {

    /** Runs code of the application, and what reads or writes the ledger, on a thread that may block. */
    void execute(Runnable task);

    TimeSource time();

    /** Hands over a row that was refused. The run goes on when the stage completes, and ends when it fails. */
    CompletionStage<Void> reject(RejectedRow row);

    /** Counts rows for meters. */
    void counted(SyncCount outcome, long rows);

    /** Called when a run starts. The result is run when it ends. */
    Runnable started(SyncProgress progress);
}
