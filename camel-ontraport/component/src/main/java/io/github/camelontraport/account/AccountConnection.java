package io.github.camelontraport.account;

import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.batch.RequestBatcher;
import io.github.camelontraport.value.ObjectMetadataCache;

/**
 * A client for one endpoint's settings, with what the endpoints of its account share.
 *
 * @param onClose lets the account be dropped when nothing else uses it
 */
public record AccountConnection(
        OntraportClient client,
        ClientSettings settings,
        ObjectMetadataCache metadata,
        TimeSource timing,
        RequestBatcher<OperationResult> batcher,
        RowCounters rows,
        Runnable onClose)
        implements AutoCloseable {

    /** Ends the use of the account; calls under way go on. To be called once. */
    @Override
    public void close() {
        onClose.run();
    }
}
