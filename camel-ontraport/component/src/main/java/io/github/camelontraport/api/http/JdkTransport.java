package io.github.camelontraport.api.http;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sends over the JDK's HTTP client. It times requests itself: that client stops its clock when the head of the response
 * has come (before version 26), and wakes its selector for every request that has a timeout.
 */
public final class JdkTransport implements Transport {

    private final HttpClient client;
    private final int maxResponseSize;
    private final ResponseTimeouts timeouts;

    /**
     * @param maxResponseSize longest response body accepted, in bytes; a longer one fails with an
     *                     {@link java.io.IOException}
     */
    public JdkTransport(HttpClient client, int maxResponseSize, TimeSource timeSource) {
        this.client = client;
        this.maxResponseSize = maxResponseSize;
        this.timeouts = new ResponseTimeouts(timeSource);
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest transportRequest) {
        HttpRequest request;
        try {
            request = toHttpRequest(transportRequest);
        } catch (IllegalArgumentException e) {
            // Without the cause and its message, which repeat the value of the header, perhaps a key.
            return CompletableFuture.failedFuture(new InvalidRequestException());
        }
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        LimitedBodyHandler body = new LimitedBodyHandler(maxResponseSize);
        CompletableFuture<?> exchange = client.sendAsync(request, head -> {
            // Not through the client's own future, which continues on the JVM's common pool.
            body.getBody().thenAccept(bytes -> result.complete(toResponse(head, bytes)));
            return body;
        });
        Futures.onEnd(exchange, (unused, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            }
        });
        ResponseTimeouts.Deadline deadline = timeouts.after(transportRequest.timeout(), timeout -> {
            result.completeExceptionally(timeout);
            // Closes the connection: the first before the head has come, the second after it.
            exchange.cancel(true);
            body.onError(timeout);
        });
        Futures.onEnd(result, (unused, failure) -> deadline.cancel());
        return result;
    }

    private static HttpRequest toHttpRequest(TransportRequest call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static TransportResponse toResponse(ResponseInfo head, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        head.headers()
                .map()
                .forEach((name, values) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new TransportResponse(head.statusCode(), headers, body);
    }
}
