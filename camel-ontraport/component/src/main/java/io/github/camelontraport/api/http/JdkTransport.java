package io.github.camelontraport.api.http;

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
 * The transport over the JDK's HTTP client. It keeps the time itself: that client stops its clock when the head of the
 * reply has come (before version 26), and wakes its selector for every request that has a timeout.
 */
public final class JdkTransport implements Transport {

    private final HttpClient client;
    private final int maxReplySize;
    private final ResponseTimeouts deadlines;

    /**
     * @param maxReplySize longest reply body accepted, in bytes; a longer one fails with an
     *                     {@link java.io.IOException}
     */
    public JdkTransport(HttpClient client, int maxReplySize, TimeSource timing) {
        this.client = client;
        this.maxReplySize = maxReplySize;
        this.deadlines = new ResponseTimeouts(timing);
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest call) {
        HttpRequest request;
        try {
            request = request(call);
        } catch (IllegalArgumentException e) {
            // Neither its message nor itself as the cause: it repeats the value of the header, perhaps a key.
            return CompletableFuture.failedFuture(new InvalidRequestException());
        }
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        LimitedBodyHandler body = new LimitedBodyHandler(maxReplySize);
        CompletableFuture<?> exchange = client.sendAsync(request, head -> {
            // Not by the client's own future, which goes on with a thread of the JVM's common pool.
            body.getBody().thenAccept(bytes -> result.complete(reply(head, bytes)));
            return body;
        });
        exchange.whenComplete((unused, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            }
        });
        ResponseTimeouts.Deadline deadline = deadlines.after(call.timeout(), late -> {
            result.completeExceptionally(late);
            // The one closes the connection before the head has come, the other after it.
            exchange.cancel(true);
            body.onError(late);
        });
        result.whenComplete((unused, failure) -> deadline.cancel());
        return result;
    }

    private static HttpRequest request(TransportRequest call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static TransportResponse reply(ResponseInfo head, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        head.headers()
                .map()
                .forEach((name, values) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new TransportResponse(head.statusCode(), headers, body);
    }
}
