package io.github.camelontraport.api.http;

import java.util.concurrent.CompletionStage;

/** Sends HTTP requests. Thread-safe, never blocks. */
@FunctionalInterface
public interface Transport {

    /**
     * Completes with the response, whatever its status, or fails with an {@link java.io.IOException} (also wrapped in a
     * {@link java.util.concurrent.CompletionException}) when there is none. A {@link java.net.ConnectException} or
     * {@link java.net.http.HttpConnectTimeoutException} promises that the request was not sent, and so does an
     * {@link InvalidRequestException}.
     */
    CompletionStage<TransportResponse> send(TransportRequest request);
}
