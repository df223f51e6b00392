package io.github.camelontraport.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.SandboxDelivery;
import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.sandbox.support.DeliveryReceiver;
import io.github.camelontraport.sandbox.support.DeliveryReceiver.Received;
import io.github.camelontraport.sandbox.support.WebhookScenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Order, failures and results of deliveries. */
@Timeout(60)
class DeliveryQueueTest extends WebhookScenario {

    @BeforeEach
    void subscribe() {
        subscribe("/op?token=s3cret", "object_create(0)", "{\"format\":\"notify\"}");
        sandbox.webhooks().connections(1);
    }

    @Test
    void deliveriesArriveInOrderAndAreListed() {
        create(3);

        assertThat(ids()).containsExactly("1", "2", "3");
        assertThat(sandbox.webhooks().deliveryCount()).isEqualTo(3);
        assertThat(sandbox.webhooks().deliveries()).hasSize(3).first().satisfies(delivery -> {
            assertThat(delivery.webhookId()).isEqualTo(1);
            assertThat(delivery.event()).isEqualTo("object_create(0)");
            assertThat(delivery.url()).isEqualTo(receiver.url("/op?token=s3cret"));
            assertThat(delivery.payload()).isEqualTo(receiver.received().get(0).body());
            assertThat(delivery.contentType()).isEqualTo("application/json");
            assertThat(delivery.status()).isEqualTo(200);
            assertThat(delivery.failure()).isNull();
            assertThat(delivery.time()).isEqualTo(sandbox.clock().instant());
            assertThat(delivery).hasToString("object_create(0) to " + receiver.url("/op") + ", attempt 1: 200");
        });
        sandbox.webhooks().forgetDeliveries();
        assertThat(sandbox.webhooks().deliveries()).isEmpty();
        assertThat(sandbox.webhooks().deliveryCount()).isZero();
    }

    @Test
    void retriesAreOffByDefault() {
        receiver.answering(delivery -> 500);
        create(1);
        assertThat(ids()).containsExactly("1");

        sandbox.webhooks().retries(2);
        create(1);
        assertThat(ids()).containsExactly("1", "2", "2", "2");
        assertThat(sandbox.webhooks().deliveries())
                .extracting(SandboxDelivery::attempt)
                .containsExactly(1, 1, 2, 3);
        assertThat(sandbox.webhooks().deliveries()).noneMatch(SandboxDelivery::succeeded);
    }

    @Test
    void unreachableAndSlowReceiversAreFailures() {
        CountDownLatch never = new CountDownLatch(1);
        receiver.answering(delivery -> DeliveryReceiver.waitFor(never));
        // Long enough to connect on a busy machine.
        sandbox.webhooks().timeout(Duration.ofSeconds(1));
        create(1);
        assertThat(ids()).containsExactly("1");
        receiver.close();
        create(1);
        sandbox.webhooks().deliver("ftp://elsewhere/?token=s3cret", "text/plain", "");
        sandbox.webhooks().deliver("not a url?token=s3cret", "text/plain", "");
        sandbox.webhooks().awaitQuiet(PATIENCE);

        assertThat(sandbox.webhooks().deliveries())
                .extracting(SandboxDelivery::status)
                .containsOnly(0);
        assertThat(sandbox.webhooks().deliveries())
                .extracting(SandboxDelivery::failure)
                .satisfiesExactly(
                        slow -> assertThat(slow).isEqualTo("no reply within PT1S"),
                        absent -> assertThat(absent).contains("ConnectException"),
                        foreign -> assertThat(foreign).isEqualTo("not a URL to deliver to"),
                        wrong -> assertThat(wrong).isEqualTo("not a URL to deliver to"));
        assertThat(sandbox.webhooks().deliveries().toString()).doesNotContain("s3cret");
    }

    @Test
    void redirectsAreNotFollowed() {
        receiver.answering(delivery -> 302);

        create(1);

        assertThat(ids()).containsExactly("1");
        assertThat(sandbox.webhooks().deliveries().get(0).succeeded()).isFalse();
    }

    @Test
    void deliverPostsAnyText() {
        sandbox.webhooks().repeat();

        sandbox.webhooks().deliver(receiver.url("/x"), "application/json;charset=ISO-8859-1", "{\"a\":");

        assertThat(deliveries())
                .containsOnly(new Received("POST /x", "application/json;charset=ISO-8859-1", "{\"a\":"))
                .hasSize(2);
        assertThat(api.get("/WebhookLogs").data()).isEmpty();
    }

    @Test
    void awaitQuietEndsAtTheTimeout() {
        CountDownLatch answer = new CountDownLatch(1);
        receiver.answering(delivery -> DeliveryReceiver.waitFor(answer));
        create(2);

        assertThatThrownBy(() -> sandbox.webhooks().awaitQuiet(Duration.ofMillis(1)))
                .hasMessage("2 deliveries have not ended after PT0.001S");
        answer.countDown();
        assertThat(ids()).containsExactly("1", "2");
    }

    @Test
    void resetAbortsDeliveries() {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        receiver.answering(delivery -> {
            arrived.countDown();
            return DeliveryReceiver.waitFor(never);
        });
        sandbox.webhooks().encoding(WebhookEncoding.FORM).reorder(2);
        create(5);
        DeliveryReceiver.waitFor(arrived);

        sandbox.reset();
        receiver.answering(delivery -> 200);
        subscribe("/after", "object_create(0)", "{\"format\":\"notify\"}");
        create(1);

        assertThat(deliveries())
                .extracting(Received::methodAndPath)
                .containsExactly("POST /op?token=s3cret", "POST /after");
        assertThat(receiver.received().get(1).contentType()).isEqualTo("application/json");
        assertThat(sandbox.webhooks().deliveryCount()).isEqualTo(1);
        assertThat(api.get("/WebhookLogs").data()).hasSize(1);
    }

    private void create(int contacts) {
        for (int i = 0; i < contacts; i++) {
            sandbox.create(0, Map.of());
        }
    }

    private List<String> ids() {
        return deliveries().stream()
                .map(delivery -> delivery.json().get("data").elements().next().asText())
                .toList();
    }
}
