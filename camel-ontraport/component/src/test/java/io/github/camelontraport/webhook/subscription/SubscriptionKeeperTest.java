package io.github.camelontraport.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiHealth;
import io.github.camelontraport.api.CallListener;
import io.github.camelontraport.api.ClientSettings;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.RetryPolicy;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.poll.SandboxTransport;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.value.ObjectMetadataCache;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.VerifyToken;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.WebhookFormat;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.event.EventSpec;
import io.github.camelontraport.webhook.event.WebhookEvent;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Phase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the subscription is looked after, by a clock that the test moves. */
class SubscriptionKeeperTest {

    private static final int WEBHOOKS = 145;
    private static final VerifyToken TOKEN =
            VerifyToken.of("t0ken-of-a-test_0123").orElseThrow();

    private final ManualTimeSource timing = new ManualTimeSource();
    private final OntraportSandbox sandbox = OntraportSandbox.builder()
            .http(false)
            .requestsPerMinute(1_000_000)
            .clock(timing.clock())
            .start();
    private final List<SubscriptionStatus> kept = new ArrayList<>();
    private final CapturedLog log = new CapturedLog(SubscriptionKeeper.class.getPackageName());
    private final SubscriptionKeeper keeper = keeper();

    private SubscriptionKeeper keeper() {
        ClientSettings settings = new ClientSettings(
                URI.create(sandbox.baseUrl()),
                new Credentials(sandbox.apiKey(), sandbox.appId()),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0));
        WebhookApi access = new WebhookApi(
                new OntraportClient(
                        settings,
                        new SandboxTransport(sandbox),
                        new SlidingWindowRateLimiter(1_000_000, timing, () -> 0),
                        timing,
                        new ApiHealth(timing),
                        CallListener.NONE),
                new ObjectMetadataCache(timing),
                timing);
        EventSpec wanted = new EventSpec(
                WebhookEvent.CREATED, "contacts", ObjectTypes.find("contacts"), null, OptionalLong.empty());
        return new SubscriptionKeeper(
                access,
                new CallbackUrl("https://hooks.example.com/hook", Optional.of(TOKEN), WebhookFormat.full),
                new EventResolver(wanted, access),
                kept::add);
    }

    @AfterEach
    void close() {
        sandbox.close();
        log.close();
    }

    private List<String> warnings() {
        return log.lines().stream().filter(line -> line.startsWith("WARN")).toList();
    }

    private List<Map<String, Object>> subscriptions() {
        return sandbox.records(WEBHOOKS);
    }

    @Test
    void isTriedMoreAndMoreSlowlyUntilItSucceeds() {
        sandbox.faults().always().status(500, "away, " + TOKEN.in("https://hooks.example.com/hook"));
        keeper.start();

        assertThat(keeper.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(keeper.state().problem()).contains("token=xxxxxx").doesNotContain("t0ken");
        timing.advance(Duration.ofSeconds(5 + 10 + 20 + 40 + 80 + 160 + 300 + 299));
        assertThat(sandbox.requestCount()).isEqualTo(8);
        sandbox.faults().clear();
        timing.advance(Duration.ofSeconds(1));

        assertThat(keeper.state().phase()).isEqualTo(Phase.KEPT);
        assertThat(kept).singleElement().satisfies(state -> assertThat(state.origin())
                .isEqualTo(Origin.MADE));
        assertThat(subscriptions()).hasSize(1);
    }

    @Test
    void isMadeAgainWhenSomebodyRemovesIt() {
        keeper.start();
        long first = keeper.state().id();
        sandbox.delete(WEBHOOKS, keeper.state().id());
        timing.advance(Duration.ofMinutes(1));

        assertThat(subscriptions()).hasSize(1);
        assertThat(keeper.state().origin()).isEqualTo(Origin.REMADE);
        assertThat(keeper.state().former()).containsExactly(first);
        timing.advance(Duration.ofMinutes(1));
        assertThat(keeper.state().origin()).isEqualTo(Origin.FOUND);
        int before = sandbox.requestCount();
        timing.advance(Duration.ofMinutes(59));
        assertThat(sandbox.requestCount()).isEqualTo(before);
        sandbox.delete(WEBHOOKS, keeper.state().id());
        timing.advance(Duration.ofMinutes(1));

        assertThat(subscriptions()).hasSize(1);
        assertThat(keeper.state().id())
                .isEqualTo(Long.parseLong(subscriptions().get(0).get("id").toString()));
    }

    @Test
    void anotherNodesThatWasNotVisibleYetIsJoinedAMinuteLater() {
        long hidden = sandbox.createHidden(
                WEBHOOKS,
                Map.of("url", TOKEN.in("https://hooks.example.com/hook"), "event", "object_create(0)", "data", ""));
        keeper.start();
        assertThat(keeper.state().id()).isNotEqualTo(hidden);

        sandbox.release(WEBHOOKS, hidden);
        timing.advance(Duration.ofMinutes(1));

        assertThat(keeper.state().id()).isEqualTo(hidden);
        assertThat(subscriptions()).hasSize(1);
    }

    private long subscription(String url) {
        return sandbox.create(WEBHOOKS, Map.of("url", url, "event", "object_create(0)", "data", ""));
    }

    @Test
    void aLaterLookLeavesOneWithAnotherToken() {
        keeper.start();
        long own = keeper.state().id();
        long others = subscription("https://hooks.example.com/hook?token=token-of-another-node");
        timing.advance(Duration.ofHours(2));
        assertThat(subscriptions()).as("both").hasSize(2);

        sandbox.delete(WEBHOOKS, own);
        timing.advance(Duration.ofHours(2));

        assertThat(keeper.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(keeper.state().problem()).contains("another token or format").doesNotContain("token-of");
        assertThat(subscriptions()).singleElement().satisfies(left -> assertThat(left)
                .containsEntry("id", Long.toString(others)));
        keeper.stop();
        keeper.start();
        assertThat(keeper.state().former()).containsExactly(others);
        assertThat(subscriptions()).singleElement().satisfies(left -> assertThat(left)
                .containsEntry("url", TOKEN.in("https://hooks.example.com/hook")));
    }

    @Test
    void aNewTokenReplacesTheSubscriptionAndTheLogSaysSo() {
        long former = subscription("https://hooks.example.com/hook?token=former-token_0123");
        keeper.start();

        assertThat(log.lines())
                .containsExactly("INFO subscription " + keeper.state().id()
                        + " of object_create(0) at https://hooks.example.com/hook replaces [" + former + "]");
        timing.advance(Duration.ofHours(2));
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void anAlarmThatIsRefusedIsToldAndNotTheEndOfLooking() {
        keeper.start();
        timing.full(true);
        timing.advance(Duration.ofMinutes(1));

        assertThat(keeper.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(keeper.state().problem()).contains("no alarm can be set");
        assertThat(keeper.state().id()).isPositive();
        keeper.wake();
        keeper.wake();
        assertThat(keeper.state().phase()).as("still no room").isEqualTo(Phase.FAILED);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("https://hooks.example.com/hook is no longer looked after");
        timing.full(false);
        sandbox.delete(WEBHOOKS, keeper.state().id());
        keeper.wake();
        keeper.wake();
        timing.advance(Duration.ofSeconds(5));

        assertThat(keeper.state().phase()).isEqualTo(Phase.KEPT);
        assertThat(subscriptions()).hasSize(1);
        assertThat(timing.pending()).isEqualTo(1);
    }

    /** What was missed by one that is gone already is still in the log. */
    @Test
    void whatIsReplacedIsKnownEvenWhenAnotherNodeOrAFailureComesBetween() {
        long one = subscription("https://hooks.example.com/hook?token=former-token_0123");
        long two = subscription("https://hooks.example.com/hook?token=other-token_01234");
        sandbox.faults().on("DELETE", "/Webhook/unsubscribe").skip(1).times(1).status(500, "away");
        keeper.start();
        assertThat(keeper.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(subscriptions()).as("one is gone, the new one is there").hasSize(2);
        timing.advance(Duration.ofSeconds(5));

        assertThat(subscriptions()).hasSize(1);
        assertThat(keeper.state().phase()).isEqualTo(Phase.KEPT);
        assertThat(keeper.state().former()).containsExactlyInAnyOrder(one, two);
        assertThat(keeper.state().origin()).isEqualTo(Origin.FOUND);
    }

    @Test
    void whenStoppedNothingIsDoneAnyMore() {
        keeper.start();
        keeper.stop();
        int before = sandbox.requestCount();
        timing.advance(Duration.ofDays(1));

        assertThat(sandbox.requestCount()).isEqualTo(before);
        assertThat(keeper.state().phase()).isEqualTo(Phase.UNATTENDED);
        keeper.start();
        assertThat(keeper.state().phase()).isEqualTo(Phase.KEPT);
        assertThat(subscriptions()).hasSize(1);
    }

    /** What the account notes of a subscription's last delivery. */
    private void delivered(long id, int code) {
        sandbox.update(
                WEBHOOKS, id, Map.of("last_hook", Long.toString(timing.now().getEpochSecond()), "last_code", code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0   | got no answer: is the URL right
            404 | was answered with 404, which is not of this application: does what stands before it pass POST requests on
            403 | was answered with 403: by this application, whose log has the reason
            """)
    void aDeliveryThatIsNotTakenIsToldSoonAfterTheStartAndHourlyOnceEach(int code, String words) {
        keeper.start();
        assertThat(keeper.state().last()).isEmpty();
        timing.advance(Duration.ofSeconds(30));
        delivered(keeper.state().id(), code);
        Instant first = timing.now();
        assertThat(warnings()).isEmpty();
        timing.advance(Duration.ofSeconds(30));

        assertThat(keeper.state().phase()).isEqualTo(Phase.KEPT);
        assertThat(keeper.state().last()).contains(new LastDelivery(first, code));
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("https://hooks.example.com/hook, at " + first + ", " + words)
                .doesNotContain("t0ken");
        timing.advance(Duration.ofHours(1));
        assertThat(warnings()).as("nothing new").hasSize(1);
        delivered(keeper.state().id(), code);
        timing.advance(Duration.ofHours(1));
        assertThat(warnings()).hasSize(2);
        delivered(keeper.state().id(), 200);
        timing.advance(Duration.ofHours(1));
        assertThat(warnings()).hasSize(2);
        assertThat(keeper.state().last())
                .hasValueSatisfying(last -> assertThat(last.code()).isEqualTo(200));
    }

    /** Nothing listened then. */
    @Test
    void whatFailedBeforeTheStartIsNoReasonToWarn() {
        delivered(subscription(TOKEN.in("https://hooks.example.com/hook")), 0);
        timing.advance(Duration.ofHours(1));
        keeper.start();
        timing.advance(Duration.ofHours(2));

        assertThat(keeper.state().last()).isPresent();
        assertThat(warnings()).isEmpty();
    }
}
