package io.github.camelontraport.webhook;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.poll.SandboxTransport;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.value.ObjectMetadataCache;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.event.EventSpec;
import io.github.camelontraport.webhook.event.WebhookEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A sandbox without HTTP and the webhook API on it, on a clock that the test moves. */
public final class WebhookFixture implements AutoCloseable {

    public static final String URL = "https://hooks.example.com/hook";
    public static final String EVENT = "object_create(0)";
    public static final VerifyToken TOKEN =
            VerifyToken.of("t0ken-of-a-test_0123").orElseThrow();
    public static final CallbackUrl CALLBACK = new CallbackUrl(URL, Optional.of(TOKEN), WebhookFormat.full);
    public static final int WEBHOOKS = 145;

    public final ManualTimeSource timing = new ManualTimeSource();
    public final OntraportSandbox sandbox = OntraportSandbox.builder()
            .http(false)
            .requestsPerMinute(1_000_000)
            .clock(timing.clock())
            .start();
    public final WebhookApi api;

    public WebhookFixture() {
        this(transport -> transport);
    }

    /** @param network stands between the client and the sandbox */
    public WebhookFixture(UnaryOperator<Transport> network) {
        api = new WebhookApi(
                client(network.apply(new SandboxTransport(sandbox))), new ObjectMetadataCache(timing), timing);
    }

    private OntraportClient client(Transport transport) {
        ClientSettings settings = new ClientSettings(
                URI.create(sandbox.baseUrl()),
                new Credentials(sandbox.apiKey(), sandbox.appId()),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0));
        return new OntraportClient(
                settings,
                transport,
                new SlidingWindowRateLimiter(1_000_000, timing, () -> 0),
                timing,
                new ApiHealth(timing),
                CallListener.NONE);
    }

    /** A callback URL without a token. */
    public static CallbackUrl callback(String url) {
        return new CallbackUrl(url, Optional.empty(), WebhookFormat.full);
    }

    /** Resolves {@link #EVENT}. */
    public EventResolver resolver() {
        EventSpec spec = new EventSpec(
                WebhookEvent.CREATED, "contacts", ObjectTypes.find("contacts"), null, OptionalLong.empty());
        return new EventResolver(spec, api);
    }

    /** Creates a subscription of {@link #EVENT} and returns its id. */
    public long subscribe(String url) {
        return subscribe(url, EVENT, "");
    }

    public long subscribe(String url, String event, String data) {
        return sandbox.create(WEBHOOKS, Map.of("url", url, "event", event, "data", data));
    }

    public void unsubscribe(long id) {
        sandbox.delete(WEBHOOKS, id);
    }

    public List<Map<String, Object>> subscriptions() {
        return sandbox.records(WEBHOOKS);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
