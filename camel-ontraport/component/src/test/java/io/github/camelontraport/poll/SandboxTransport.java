package io.github.camelontraport.poll;

import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reaches a sandbox in this process without a network. */
public final class SandboxTransport implements Transport {

    private final OntraportSandbox sandbox;
    private final Map<String, Integer> answered = new HashMap<>();

    public SandboxTransport(OntraportSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest call) {
        String query = call.uri().getRawQuery();
        String type = PercentEncoding.decode(query == null ? "" : query).getOrDefault("objectID", "");
        String body = call.body() == null ? "" : new String(call.body(), StandardCharsets.UTF_8);
        return sandbox.answer(
                        call.method(),
                        call.uri().getRawPath() + (query == null ? "" : "?" + query),
                        call.headers(),
                        body)
                .map(reply -> {
                    answered.merge(type, 1, Integer::sum);
                    return CompletableFuture.completedFuture(new TransportResponse(
                            reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8)));
                })
                .orElseGet(() -> CompletableFuture.failedFuture(new IOException("The connection was dropped")));
    }

    /** How many requests for objects of the type were answered. */
    public int answered(int objectType) {
        return answered.getOrDefault(Integer.toString(objectType), 0);
    }
}
