package io.github.camelontraport.api.http;

import java.util.concurrent.CompletionStage;

/**
 * Carries one HTTP request to the API and its reply back. Thread-safe, never blocks.
 */
@FunctionalInterface
public interface Transport {

    /**
     * The reply, whatever its status; or an {@link java.io.IOException} (also wrapped in a
     * {@link java.util.concurrent.CompletionException}) when there is none. A {@link java.net.ConnectException} or
     * {@link java.net.http.HttpConnectTimeoutException} promises that the request was not sent, and so does an
     * {@link InvalidRequestException}.
     */
    CompletionStage<TransportResponse> send(TransportRequest call);
}
