package io.github.camelontraport.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.webhook.WebhookFixture;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of the subscription, on a clock that the test moves. */
class SubscriptionKeeperTest {

    private final WebhookFixture account = new WebhookFixture();
    private final ManualTimeSource timing = account.timing;
    private final OntraportSandbox sandbox = account.sandbox;
    private final List<SubscriptionStatus> active = new ArrayList<>();
    private final CapturedLog log = new CapturedLog(SubscriptionKeeper.class.getPackageName());
    private final SubscriptionKeeper keeper =
            new SubscriptionKeeper(account.api, WebhookFixture.CALLBACK, account.resolver());

    @AfterEach
    void close() {
        account.close();
        log.close();
    }

    private List<String> warnings() {
        return log.lines().stream().filter(line -> line.startsWith("WARN")).toList();
    }

    private List<Map<String, Object>> subscriptions() {
        return account.subscriptions();
    }

    @Test
    void retriesWithGrowingPausesUntilItSucceeds() {
        sandbox.faults()
                .always()
                .status(500, "away, " + WebhookFixture.TOKEN.appendTo("https://hooks.example.com/hook"));
        keeper.start(active::add);

        assertThat(keeper.status().phase()).isEqualTo(Phase.FAILED);
        assertThat(keeper.status().problem()).contains("token=xxxxxx").doesNotContain("t0ken");
        timing.advance(Duration.ofSeconds(5 + 10 + 20 + 40 + 80 + 160 + 300 + 299));
        assertThat(sandbox.requestCount()).isEqualTo(8);
        sandbox.faults().clear();
        timing.advance(Duration.ofSeconds(1));

        assertThat(keeper.status().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(active).singleElement().satisfies(state -> assertThat(state.origin())
                .isEqualTo(Origin.CREATED));
        assertThat(subscriptions()).hasSize(1);
    }

    @Test
    void recreatesARemovedSubscription() {
        keeper.start(active::add);
        long first = keeper.status().id();
        account.unsubscribe(keeper.status().id());
        timing.advance(Duration.ofMinutes(1));

        assertThat(subscriptions()).hasSize(1);
        assertThat(keeper.status().origin()).isEqualTo(Origin.RECREATED);
        assertThat(keeper.status().formerIds()).containsExactly(first);
        timing.advance(Duration.ofMinutes(1));
        assertThat(keeper.status().origin()).isEqualTo(Origin.FOUND);
        int before = sandbox.requestCount();
        timing.advance(Duration.ofMinutes(59));
        assertThat(sandbox.requestCount()).isEqualTo(before);
        account.unsubscribe(keeper.status().id());
        timing.advance(Duration.ofMinutes(1));

        assertThat(subscriptions()).hasSize(1);
        assertThat(keeper.status().id())
                .isEqualTo(Long.parseLong(subscriptions().get(0).get("id").toString()));
    }

    @Test
    void adoptsAnotherNodesSubscriptionThatBecomesVisibleLater() {
        long hidden = sandbox.createHidden(
                WebhookFixture.WEBHOOKS,
                Map.of(
                        "url",
                        WebhookFixture.TOKEN.appendTo("https://hooks.example.com/hook"),
                        "event",
                        "object_create(0)",
                        "data",
                        ""));
        keeper.start(active::add);
        assertThat(keeper.status().id()).isNotEqualTo(hidden);

        sandbox.release(WebhookFixture.WEBHOOKS, hidden);
        timing.advance(Duration.ofMinutes(1));

        assertThat(keeper.status().id()).isEqualTo(hidden);
        assertThat(subscriptions()).hasSize(1);
    }

    @Test
    void laterChecksKeepASubscriptionWithAnotherToken() {
        keeper.start(active::add);
        long own = keeper.status().id();
        long others = account.subscribe("https://hooks.example.com/hook?token=token-of-another-node");
        timing.advance(Duration.ofHours(2));
        assertThat(subscriptions()).as("both").hasSize(2);

        account.unsubscribe(own);
        timing.advance(Duration.ofHours(2));

        assertThat(keeper.status().phase()).isEqualTo(Phase.FAILED);
        assertThat(keeper.status().problem())
                .contains("another token or format")
                .doesNotContain("token-of");
        assertThat(subscriptions()).singleElement().satisfies(left -> assertThat(left)
                .containsEntry("id", Long.toString(others)));
        keeper.stop();
        keeper.start(active::add);
        assertThat(keeper.status().formerIds()).containsExactly(others);
        assertThat(subscriptions()).singleElement().satisfies(left -> assertThat(left)
                .containsEntry("url", WebhookFixture.TOKEN.appendTo("https://hooks.example.com/hook")));
    }

    @Test
    void aNewTokenReplacesTheSubscriptionAndIsLogged() {
        long former = account.subscribe("https://hooks.example.com/hook?token=former-token_0123");
        keeper.start(active::add);

        assertThat(log.lines())
                .containsExactly("INFO subscription " + keeper.status().id()
                        + " of object_create(0) at https://hooks.example.com/hook replaces [" + former + "]");
        timing.advance(Duration.ofHours(2));
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void aRejectedTimerIsReportedAndChecksCanBeResumed() {
        keeper.start(active::add);
        timing.full(true);
        timing.advance(Duration.ofMinutes(1));

        assertThat(keeper.status().phase()).isEqualTo(Phase.FAILED);
        assertThat(keeper.status().problem()).contains("no timer can be set");
        assertThat(keeper.status().id()).isPositive();
        keeper.resume();
        keeper.resume();
        assertThat(keeper.status().phase()).as("still no timer").isEqualTo(Phase.FAILED);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("https://hooks.example.com/hook is no longer checked");
        timing.full(false);
        account.unsubscribe(keeper.status().id());
        keeper.resume();
        keeper.resume();
        timing.advance(Duration.ofSeconds(5));

        assertThat(keeper.status().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(subscriptions()).hasSize(1);
        assertThat(timing.pending()).isEqualTo(1);
    }

    /** The log still holds the deliveries that removed subscriptions missed. */
    @Test
    void replacedIdsAreKeptWhenTheRemovalFailsMidway() {
        long one = account.subscribe("https://hooks.example.com/hook?token=former-token_0123");
        long two = account.subscribe("https://hooks.example.com/hook?token=other-token_01234");
        sandbox.faults().on("DELETE", "/Webhook/unsubscribe").skip(1).times(1).status(500, "away");
        keeper.start(active::add);
        assertThat(keeper.status().phase()).isEqualTo(Phase.FAILED);
        assertThat(subscriptions()).as("one is removed, the new one exists").hasSize(2);
        timing.advance(Duration.ofSeconds(5));

        assertThat(subscriptions()).hasSize(1);
        assertThat(keeper.status().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(keeper.status().formerIds()).containsExactlyInAnyOrder(one, two);
        assertThat(keeper.status().origin()).isEqualTo(Origin.FOUND);
    }

    @Test
    void aRemovalIncludesASubscriptionThatIsBeingCreated() {
        CompletableFuture<Void> request = new CompletableFuture<>();
        try (WebhookFixture slow =
                new WebhookFixture(transport -> call -> call.method().equals("POST")
                        ? request.thenCompose(now -> transport.send(call))
                        : transport.send(call))) {
            SubscriptionKeeper creating = new SubscriptionKeeper(slow.api, WebhookFixture.CALLBACK, slow.resolver());
            creating.start(active::add);
            creating.stop();
            CompletableFuture<Void> removed = creating.remove().toCompletableFuture();
            assertThat(removed).isNotDone();
            request.complete(null);

            assertThat(removed).isCompleted();
            assertThat(slow.subscriptions()).isEmpty();
            assertThat(active).isEmpty();
        }
    }

    @Test
    void sendsNoRequestsAfterStop() {
        keeper.start(active::add);
        keeper.stop();
        int before = sandbox.requestCount();
        timing.advance(Duration.ofDays(1));

        assertThat(sandbox.requestCount()).isEqualTo(before);
        assertThat(keeper.status().phase()).isEqualTo(Phase.INACTIVE);
        keeper.start(active::add);
        assertThat(keeper.status().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(subscriptions()).hasSize(1);
    }

    /** Records a last delivery of the subscription in the account. */
    private void delivered(long id, int code) {
        sandbox.update(
                WebhookFixture.WEBHOOKS,
                id,
                Map.of("last_hook", Long.toString(timing.now().getEpochSecond()), "last_code", code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0   | got no answer: is the URL right
            404 | was answered with 404, which this application never sends: does the proxy in front of it pass POST requests on
            403 | was answered with 403: by this application, whose log has the reason
            """)
    void warnsOfEachFailedDeliveryOnceAMinuteAfterTheStartAndHourly(int code, String words) {
        keeper.start(active::add);
        assertThat(keeper.status().last()).isEmpty();
        timing.advance(Duration.ofSeconds(30));
        delivered(keeper.status().id(), code);
        Instant first = timing.now();
        assertThat(warnings()).isEmpty();
        timing.advance(Duration.ofSeconds(30));

        assertThat(keeper.status().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(keeper.status().last()).contains(new LastDelivery(first, code));
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("https://hooks.example.com/hook, at " + first + ", " + words)
                .doesNotContain("t0ken");
        timing.advance(Duration.ofHours(1));
        assertThat(warnings()).as("no new delivery").hasSize(1);
        delivered(keeper.status().id(), code);
        timing.advance(Duration.ofHours(1));
        assertThat(warnings()).hasSize(2);
        delivered(keeper.status().id(), 200);
        timing.advance(Duration.ofHours(1));
        assertThat(warnings()).hasSize(2);
        assertThat(keeper.status().last())
                .hasValueSatisfying(last -> assertThat(last.code()).isEqualTo(200));
    }

    /** No route was running then. */
    @Test
    void doesNotWarnOfDeliveriesThatFailedBeforeTheStart() {
        delivered(account.subscribe(WebhookFixture.TOKEN.appendTo("https://hooks.example.com/hook")), 0);
        timing.advance(Duration.ofHours(1));
        keeper.start(active::add);
        timing.advance(Duration.ofHours(2));

        assertThat(keeper.status().last()).isPresent();
        assertThat(warnings()).isEmpty();
    }
}
