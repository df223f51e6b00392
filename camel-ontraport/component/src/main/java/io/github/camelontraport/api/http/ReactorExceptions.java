package io.github.camelontraport.api.http;

import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.function.Callback;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what ends an I/O thread. A client that is closed ends its threads in the middle of their work: what they throw then
 * is no fault.
 */
final class ReactorExceptions implements Callback<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(ReactorExceptions.class);

    private volatile CloseableHttpAsyncClient client;

    CloseableHttpAsyncClient watch(CloseableHttpAsyncClient watched) {
        client = watched;
        return watched;
    }

    @Override
    public void execute(Exception failure) {
        CloseableHttpAsyncClient watched = client;
        if (watched != null && watched.getStatus().compareTo(IOReactorStatus.ACTIVE) > 0) {
            LOG.debug("An I/O thread ended while the HTTP client was closed", failure);
        } else {
            LOG.error("An I/O thread of the HTTP client failed", failure);
        }
    }
}
