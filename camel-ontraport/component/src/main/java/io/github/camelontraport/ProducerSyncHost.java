package io.github.camelontraport;

import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.operation.sync.RejectedRow;
import io.github.camelontraport.operation.sync.SyncHost;
import io.github.camelontraport.operation.sync.SyncProgress;
import java.util.concurrent.CompletionStage;

/** The producer's endpoint, as the syncs that it runs need it. */
record ProducerSyncHost(EndpointContext endpoint, TimeSource time, RejectedRows rejected) implements SyncHost {

    @Override
    public void execute(Runnable task) {
        endpoint.services().clients().dispatch(task);
    }

    @Override
    public CompletionStage<Void> reject(RejectedRow row) {
        return rejected.send(row);
    }

    @Override
    public Runnable started(SyncProgress progress) {
        return endpoint.services().syncs().started(progress, time, this::execute);
    }
}
