package io.github.camelontraport.campaign.network;

import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What can become of a request. */
public interface Ways {

    /** The account executes it. The reply comes after the latency. */
    CompletionStage<TransportResponse> account(TransportRequest request);

    CompletableFuture<Void> after(Duration delay);

    /** Over a socket, with the component's own HTTP client, to a server that is not the account's. */
    CompletionStage<TransportResponse> outside(TransportRequest request, String baseUrl);

    /** Over a socket, through a proxy at that port of this machine. */
    CompletionStage<TransportResponse> proxied(TransportRequest request, int proxyPort);

    static CompletionStage<TransportResponse> reply(int status, Map<String, String> headers, String body) {
        return CompletableFuture.completedFuture(
                new TransportResponse(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    static CompletionStage<TransportResponse> dropped() {
        return CompletableFuture.failedFuture(new IOException("The connection was dropped"));
    }
}
