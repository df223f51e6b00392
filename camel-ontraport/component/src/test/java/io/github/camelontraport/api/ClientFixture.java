package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A client with a clock and a network that the test controls. */
public final class ClientFixture {

    public static final String KEY = "secret-key-0123456789";
    public static final String APP = "2_secret-app_AbCdEf";
    public static final Credentials CREDENTIALS = new Credentials(KEY, APP);
    public static final URI BASE = URI.create("https://api.example.test/1");
    public static final RetryPolicy RETRY =
            new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30), () -> 0.999999);
    static final ApiRequest PROBE = ApiRequest.get("/objects/getInfo", Map.of("objectID", "0"));
    public static final Duration RATE_LIMIT_TIMEOUT = Duration.ofMinutes(5);

    public final ManualTimeSource timeSource = new ManualTimeSource();
    public final ApiHealth health = new ApiHealth(timeSource);
    public final SlidingWindowRateLimiter limiter;
    public final OntraportClient client;

    public ClientFixture(Transport transport) {
        this(transport, 180, settings(RATE_LIMIT_TIMEOUT));
    }

    public ClientFixture(Transport transport, int limit, ClientSettings settings) {
        this(transport, limit, settings, CallListener.NONE);
    }

    ClientFixture(Transport transport, int limit, ClientSettings settings, CallListener listener) {
        limiter = new SlidingWindowRateLimiter(limit, timeSource, () -> 0);
        client = new OntraportClient(settings, transport, limiter, timeSource, health, listener);
    }

    public static ClientSettings settings(Duration rateLimitTimeout) {
        return new ClientSettings(BASE, CREDENTIALS, Duration.ofSeconds(60), rateLimitTimeout, RETRY);
    }

    public CompletableFuture<ApiReply> call(ApiRequest request) {
        return client.call(request, CallContext.of("create")).toCompletableFuture();
    }

    /** A write. Its method alone does not say whether it may be repeated. */
    public static ApiRequest post(RetryRule repeat) {
        return new ApiRequest("POST", "/objects", Map.of(), Map.of(), RequestBody.form(Map.of("a", "b")), repeat);
    }

    /** The failure that the call must have come to by now. */
    public static ApiException failure(CompletableFuture<?> call) {
        assertThat(call).as("answered").isCompletedExceptionally();
        Throwable failure = catchThrowable(call::join);
        assertThat(failure).isInstanceOf(CompletionException.class).cause().isInstanceOf(ApiException.class);
        return (ApiException) failure.getCause();
    }
}
