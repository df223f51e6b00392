package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.benchmarks.measure.VirtualTime;
import io.github.camelontraport.benchmarks.server.RollingLimit;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The component's client and budget against an account with a limit, in virtual time. */
final class VirtualLimit {

    private static final int IN_FLIGHT = 200;
    private static final int LANES = 8;
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final byte[] DONE = "{\"code\":0,\"data\":{\"count\":\"1\"}}".getBytes(StandardCharsets.UTF_8);

    private final VirtualTime time = new VirtualTime();
    private final RollingLimit server =
            new RollingLimit(Quota.LIMIT, Duration.ofMinutes(1).toNanos());
    private final OntraportClient client = new OntraportClient(
            new ClientSettings(
                    URI.create("https://api.example/1"),
                    new Credentials("key", "app"),
                    Duration.ofMinutes(1),
                    Duration.ofHours(2),
                    new RetryPolicy(0, Duration.ZERO, Duration.ZERO, () -> 0)),
            this::answer,
            new SlidingWindowRateLimiter(Quota.LIMIT, time, () -> 0),
            time,
            new ApiHealth(time),
            CallListener.NONE);
    private int left;
    private int done;
    private long ended;

    /** An hour in which there is always more to do. */
    RollingLimit hour() {
        for (int i = 0; i < IN_FLIGHT; i++) {
            callOnAndOn();
        }
        time.pass(Duration.ofHours(1));
        return server;
    }

    private void callOnAndOn() {
        call().whenComplete((reply, failure) -> callOnAndOn());
    }

    /** How long so many requests take, eight at a time. */
    Duration timeOf(int requests) {
        left = requests;
        for (int lane = 0; lane < LANES; lane++) {
            callNext();
        }
        while (done < requests) {
            time.pass(STEP);
        }
        return Duration.ofNanos(ended);
    }

    private void callNext() {
        if (left > 0) {
            left--;
            call().whenComplete((reply, failure) -> {
                done++;
                ended = time.nanoTime();
                callNext();
            });
        }
    }

    private CompletionStage<?> call() {
        return client.call(ApiRequest.get("/objects/getInfo", Map.of("objectID", "0")), CallContext.of("count"));
    }

    private CompletionStage<TransportResponse> answer(TransportRequest call) {
        boolean accepted = server.accept(time.nanoTime());
        Map<String, String> headers = Map.of(
                "x-rate-limit-limit",
                Integer.toString(Quota.LIMIT),
                "x-rate-limit-remaining",
                Integer.toString(server.remaining()),
                "x-rate-limit-reset",
                Long.toString(server.reset(time.nanoTime())));
        return time.after(Quota.LATENCY).thenApply(now -> new TransportResponse(accepted ? 200 : 429, headers, DONE));
    }
}
