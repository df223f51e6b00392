package io.github.camelontraport.verify;

import io.github.camelontraport.api.http.NotSentException;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Sends GET requests only, and only so many; repeats count. Keeps the last response. Thread-safe. */
final class ReadOnlyTransport implements Transport {

    private final Transport transport;
    private final int maxRequests;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicReference<TransportResponse> last = new AtomicReference<>();

    ReadOnlyTransport(Transport transport, int maxRequests) {
        this.transport = transport;
        this.maxRequests = maxRequests;
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest request) {
        last.set(null);
        if (!request.method().equals("GET")) {
            return CompletableFuture.failedFuture(
                    new NotSentException("only GET requests are sent, not " + request.method(), false, null));
        }
        if (sent.getAndUpdate(count -> Math.min(count + 1, maxRequests)) >= maxRequests) {
            return CompletableFuture.failedFuture(new NotSentException(limitReached(), false, null));
        }
        return transport.send(request).thenApply(response -> {
            last.set(response);
            return response;
        });
    }

    /** The response to the last request; null when it had none. */
    TransportResponse lastResponse() {
        return last.get();
    }

    int sent() {
        return sent.get();
    }

    String limitReached() {
        return "the limit of " + maxRequests + " requests is reached";
    }

    boolean isLimitReached() {
        return sent() >= maxRequests;
    }

    @Override
    public void close() {
        transport.close();
    }
}
