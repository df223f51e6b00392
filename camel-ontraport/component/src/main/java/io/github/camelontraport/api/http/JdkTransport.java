package io.github.camelontraport.api.http;

import io.github.camelontraport.api.time.Timing;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The transport over the JDK's HTTP client. */
public final class JdkTransport implements Transport {

    private final HttpClient client;
    private final int maxReplySize;
    private final Timing timing;

    /**
     * @param maxReplySize longest reply body accepted, in bytes; a longer one fails with an
     *                     {@link java.io.IOException}
     */
    public JdkTransport(HttpClient client, int maxReplySize, Timing timing) {
        this.client = client;
        this.maxReplySize = maxReplySize;
        this.timing = timing;
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        HttpRequest request;
        try {
            request = request(call);
        } catch (IllegalArgumentException e) {
            // Neither its message nor itself as the cause: it repeats the value of the header, perhaps a key.
            return CompletableFuture.failedFuture(new UnsendableException());
        }
        long sent = timing.nanoTime();
        return client.sendAsync(request, head -> new CappedBody(maxReplySize, timing.after(left(call, sent))))
                .thenApply(JdkTransport::reply);
    }

    private Duration left(HttpCall call, long sent) {
        Duration left = call.timeout().minusNanos(timing.nanoTime() - sent);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static HttpRequest request(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(call.timeout())
                .method(call.method(), call.body() == null
                        ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static HttpReply reply(HttpResponse<byte[]> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach(
                (name, values) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new HttpReply(response.statusCode(), headers, response.body());
    }
}
