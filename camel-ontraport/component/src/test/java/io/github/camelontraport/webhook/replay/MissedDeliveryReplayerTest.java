package io.github.camelontraport.webhook.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.webhook.WebhookFixture;
import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.DeliveryResult;
import io.github.camelontraport.webhook.subscription.SubscriptionKeeper;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MissedDeliveryReplayerTest {

    /** Nothing listens there, so every delivery of the sandbox fails. */
    private static final String CLOSED_PORT = "http://localhost:1/hook";

    private final WebhookFixture account = new WebhookFixture();
    private final SubscriptionKeeper keeper =
            new SubscriptionKeeper(account.api, WebhookFixture.callback(CLOSED_PORT), account.resolver());
    private final Set<String> keys = new HashSet<>();
    private final LogCursor cursor = new LogCursor();
    private final MissedDeliveryReplayer replayer = replayer(cursor);
    private final List<Long> dispatched = new ArrayList<>();
    private DeliveryResult result = DeliveryResult.PROCESSED;

    private MissedDeliveryReplayer replayer(LogCursor from) {
        DeliveryKeyStore store = new DeliveryKeyStore() {

            @Override
            public boolean contains(String key) {
                return keys.contains(key);
            }

            @Override
            public void add(String key) {
                keys.add(key);
            }
        };
        return new MissedDeliveryReplayer(account.api, account.resolver(), keeper, from, store, this::dispatch);
    }

    private CompletionStage<DeliveryResult> dispatch(Delivery delivery) {
        dispatched.add(delivery.recordId());
        return CompletableFuture.completedFuture(result);
    }

    @BeforeEach
    void encodeAsJson() {
        account.sandbox.webhooks().encoding(WebhookEncoding.JSON);
    }

    @AfterEach
    void close() {
        account.close();
    }

    private long missedContact() {
        long id = account.sandbox.create(0, Map.of("firstname", "Nora"));
        account.sandbox.webhooks().awaitQuiet(Duration.ofMinutes(1));
        return id;
    }

    @Test
    void dispatchesMissedDeliveriesInOrderAndOnce() throws Exception {
        account.subscribe(CLOSED_PORT);
        long first = missedContact();
        long second = missedContact();

        assertThat(replayer.run(Origin.FOUND)).isEqualTo(new ReplayReport(2, 2, 0, null, true));
        assertThat(dispatched).containsExactly(first, second);
        assertThat(replayer.run(Origin.FOUND)).isEqualTo(new ReplayReport(0, 0, 0, null, false));
    }

    @Test
    void continuesBeforeTheFirstDeliveryThatFailed() throws Exception {
        account.subscribe(CLOSED_PORT);
        long first = missedContact();
        result = DeliveryResult.FAILED;

        assertThat(replayer.run(Origin.FOUND)).isEqualTo(new ReplayReport(1, 0, 1, null, true));
        result = DeliveryResult.PROCESSED;
        long second = missedContact();
        assertThat(replayer.run(Origin.FOUND)).isEqualTo(new ReplayReport(2, 2, 0, null, true));
        assertThat(dispatched).containsExactly(first, first, second);
    }

    @Test
    void aDuplicateIsFoundButNotReplayed() throws Exception {
        account.subscribe(CLOSED_PORT);
        missedContact();
        result = DeliveryResult.DUPLICATE;

        assertThat(replayer.run(Origin.FOUND)).isEqualTo(new ReplayReport(1, 0, 0, null, true));
    }

    @Test
    void ignoresOtherSubscriptionsAndEvents() throws Exception {
        account.subscribe(CLOSED_PORT);
        account.subscribe("http://localhost:1/other");
        account.subscribe(CLOSED_PORT, "object_create(1)", "");
        account.sandbox.create(1, Map.of("subject", "a task"));
        long contact = missedContact();

        assertThat(replayer.run(Origin.FOUND).found()).isEqualTo(1);
        assertThat(dispatched).containsExactly(contact);
    }

    @Test
    void readsTheLogAgainForASubscriptionThatWasNotKnownBefore() throws Exception {
        account.subscribe(CLOSED_PORT);
        missedContact();
        replayer.run(Origin.FOUND);
        account.subscribe(CLOSED_PORT + "?token=another-token_0123");
        missedContact();

        assertThat(replayer.run(Origin.FOUND).found())
                .as("both contacts; the repository drops the first")
                .isEqualTo(2);
    }

    @Test
    void aNewSubscriptionHasNoGap() throws Exception {
        account.subscribe(CLOSED_PORT);

        assertThat(replayer.run(Origin.CREATED)).isEqualTo(new ReplayReport(0, 0, 0, null, false));
        assertThat(replayer.run(Origin.RECREATED).gap()).contains("there was no subscription for a time");
        assertThat(replayer.run(Origin.CREATED).gap())
                .as("subscriptions were known before")
                .contains("there was no subscription for a time");
    }

    @Test
    void anotherProcessKnowsTheLastReplayFromTheKeys() throws Exception {
        account.subscribe(CLOSED_PORT);
        replayer.run(Origin.FOUND);

        assertThat(replayer(new LogCursor()).run(Origin.FOUND)).isEqualTo(new ReplayReport(0, 0, 0, null, false));
        account.timing.advance(Duration.ofDays(8));
        assertThat(replayer(new LogCursor()).run(Origin.FOUND).gap()).contains("the last repair is longer ago");
    }

    @Test
    void aFailedReplayIsNotRecordedAsComplete() throws Exception {
        account.subscribe(CLOSED_PORT);
        missedContact();
        result = DeliveryResult.UNAVAILABLE;
        replayer.run(Origin.FOUND);

        assertThat(keys).isEmpty();
        assertThat(replayer(new LogCursor()).run(Origin.FOUND).isFirst()).isTrue();
    }

    @Test
    void failsWithoutASubscriptionAndWithoutTheApi() {
        assertThatThrownBy(() -> replayer.run(Origin.FOUND)).hasMessageContaining("no subscription");
        account.subscribe(CLOSED_PORT);
        account.sandbox.faults().on("GET", "/WebhookLogs").status(500, "away");
        assertThatThrownBy(() -> replayer.run(Origin.FOUND)).hasMessageContaining("away");
    }

    @Test
    void refusesALogThatIgnoresTheCondition() {
        account.subscribe(CLOSED_PORT);
        missedContact();
        missedContact();
        account.sandbox.faults().ignoreCondition(true);

        assertThatThrownBy(() -> replayer.run(Origin.FOUND))
                .hasMessageContaining("it ignored the condition or the sort");
    }
}
