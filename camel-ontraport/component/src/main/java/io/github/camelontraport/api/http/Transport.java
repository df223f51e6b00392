package io.github.camelontraport.api.http;

import java.util.concurrent.CompletionStage;

/** Sends HTTP requests. Thread-safe, never blocks. */
@FunctionalInterface
public interface Transport extends AutoCloseable {

    /**
     * Completes with the response, whatever its status, or fails with an {@link java.io.IOException} (also wrapped in a
     * {@link java.util.concurrent.CompletionException}) when there is none. A {@link NotSentException} promises that
     * nothing of the request was sent, and so does an {@link InvalidRequestException}. After every other failure the
     * request may have been executed. To cancel the stage's future is to give the request up: it then fails in the same way,
     * or is cancelled when the transport does not know whether it was sent.
     */
    CompletionStage<TransportResponse> send(TransportRequest request);

    /** Ends all requests under way and releases connections and threads. Later requests fail. */
    @Override
    default void close() {}
}
