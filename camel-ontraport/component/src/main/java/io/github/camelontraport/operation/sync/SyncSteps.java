package io.github.camelontraport.operation.sync;

import java.util.concurrent.CompletionStage;

/** The steps of a run, one after the other. Each begins on a thread of the host. */
interface SyncSteps {

    /** Clears up what an earlier run left. */
    CompletionStage<Void> begin();

    /** Whether there are rows left. */
    boolean hasNext();

    /** Brings some rows into the account. */
    CompletionStage<Void> next();

    /** Does what comes after the last row. */
    CompletionStage<Void> finish();
}
