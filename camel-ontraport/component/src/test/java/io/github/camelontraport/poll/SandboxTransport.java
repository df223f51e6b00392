package io.github.camelontraport.poll;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reaches a sandbox in this process without a network. */
public final class SandboxTransport implements Transport {

    private final OntraportSandbox sandbox;

    public SandboxTransport(OntraportSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest call) {
        String query = call.uri().getRawQuery();
        String body = call.body() == null ? "" : new String(call.body(), StandardCharsets.UTF_8);
        return sandbox.answer(
                        call.method(),
                        call.uri().getRawPath() + (query == null ? "" : "?" + query),
                        call.headers(),
                        body)
                .map(reply -> CompletableFuture.completedFuture(new TransportResponse(
                        reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8))))
                .orElseGet(() -> CompletableFuture.failedFuture(new IOException("The connection was dropped")));
    }
}
