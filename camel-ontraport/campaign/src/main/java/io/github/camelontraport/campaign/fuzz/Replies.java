package io.github.camelontraport.campaign.fuzz;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.campaign.time.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the account answers, through the client that reads it. */
final class Replies {

    /** Picked by the first byte of an input. */
    private static final int[] STATUSES = {200, 404, 200, 422, 500, 200, 401, 200};

    private static final ClientSettings SETTINGS = new ClientSettings(
            URI.create("http://localhost:1/1"),
            new Credentials("key-of-a-campaign", "id"),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0));
    private static final ApiRequest REQUEST = ApiRequest.get("/objects", Map.of("objectID", "0"));

    private Replies() {}

    static Object read(byte[] input) throws Exception {
        int status = input.length == 0 ? 200 : STATUSES[Math.floorMod(input[0], STATUSES.length)];
        byte[] body = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        TransportResponse response = new TransportResponse(status, Map.of("content-type", "application/json"), body);
        TimeSource time = new VirtualTime().source();
        try (OntraportClient client = new OntraportClient(
                SETTINGS,
                request -> CompletableFuture.completedFuture(response),
                new SlidingWindowRateLimiter(1_000, time, () -> 0),
                time,
                new ApiHealth(time),
                CallListener.NONE)) {
            ApiReply reply = client.call(REQUEST, CallContext.poll())
                    .toCompletableFuture()
                    .join();
            RecordParser.of(reply, "data");
            return RecordParser.one(reply, "data");
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
