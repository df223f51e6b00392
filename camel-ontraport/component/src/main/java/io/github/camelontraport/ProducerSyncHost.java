package io.github.camelontraport;

import io.github.camelontraport.account.AccountConnection;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.operation.sync.RejectedRow;
import io.github.camelontraport.operation.sync.SyncCount;
import io.github.camelontraport.operation.sync.SyncHost;
import io.github.camelontraport.operation.sync.SyncProgress;
import java.util.concurrent.CompletionStage;

/** The producer's endpoint, as the syncs that it runs need it. */
record ProducerSyncHost(EndpointContext endpoint, AccountConnection connection, RejectedRows rejected)
        implements SyncHost {

    @Override
    public TimeSource time() {
        return connection.timing();
    }

    @Override
    public void execute(Runnable task) {
        endpoint.services().clients().dispatch(task);
    }

    @Override
    public CompletionStage<Void> reject(RejectedRow row) {
        return rejected.send(row);
    }

    @Override
    public void counted(SyncCount outcome, long rows) {
        connection.rows().add(outcome.label(), rows);
    }

    @Override
    public Runnable started(SyncProgress progress) {
        return endpoint.services().syncs().started(progress, time(), this::execute);
    }
}
