package io.github.camelontraport.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.SandboxDelivery;
import io.github.camelontraport.sandbox.support.TestTime;
import io.github.camelontraport.sandbox.support.WebhookScenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deliveries that do not arrive, arrive twice, late or in another order. */
@Timeout(60)
class DeliveryFaultsTest extends WebhookScenario {

    @BeforeEach
    void subscribe() {
        subscribe("/op?token=s3cret", "object_create(0)", "{\"format\":\"notify\"}");
        sandbox.webhooks().connections(1);
    }

    @Test
    void aDroppedDeliveryDoesNotArrive() {
        sandbox.webhooks().drop();

        create(2);

        assertThat(ids()).containsExactly("2");
        assertThat(sandbox.webhooks().deliveries())
                .extracting(SandboxDelivery::status)
                .containsExactly(0, 200);
        assertThat(sandbox.webhooks().deliveries().get(0).failure()).isEqualTo("lost on the way");
    }

    @Test
    void faultsPickTheirDeliveries() {
        subscribe("/tags", "object_create(14)", "{\"format\":\"notify\"}");
        sandbox.webhooks().every(3).drop();
        sandbox.webhooks().skip(1).every(3).repeat();
        create(5);
        assertThat(ids()).containsExactly("1", "2", "4", "4", "5");

        sandbox.webhooks().clear();
        sandbox.webhooks().on("object_create(14)").times(2).drop();
        create(1);
        for (String name : List.of("one", "two", "three")) {
            sandbox.create(14, Map.of("tag_name", name));
        }

        assertThat(ids()).containsExactly("1", "2", "4", "4", "5", "6", "3");
    }

    @Test
    void everyAppliesUntilCleared() {
        sandbox.webhooks().skip(1).every(2).repeat();
        create(5);
        assertThat(ids()).containsExactly("1", "2", "3", "3", "4", "5", "5");

        sandbox.webhooks().clear();
        create(2);
        assertThat(ids()).endsWith("5", "5", "6", "7");

        sandbox.webhooks().always().drop();
        create(2);
        assertThat(ids()).endsWith("6", "7");
        assertThatThrownBy(() -> sandbox.webhooks().every(0))
                .hasMessage("The number of deliveries must be at least 1, but is 0");
    }

    @Test
    void delayFollowsTheSandboxClock() {
        sandbox.webhooks().delay(Duration.ofMinutes(5));

        create(2);
        assertThat(ids()).containsExactly("2");

        sandbox.clock().advance(Duration.ofMinutes(5));
        assertThat(ids()).containsExactly("2", "1");
        assertThat(receiver.received().get(1).json().get("timestamp").asText())
                .isEqualTo(Long.toString(TestTime.START));
    }

    @Test
    void groupsArriveNewestFirst() {
        sandbox.webhooks().reorder(3);

        create(5);

        assertThat(ids()).containsExactly("3", "2", "1", "5", "4");
    }

    @Test
    void aRetryOfADroppedDeliveryArrives() {
        sandbox.webhooks().retries(1).drop();

        create(1);

        assertThat(ids()).containsExactly("1");
        assertThat(sandbox.webhooks().deliveries())
                .extracting(SandboxDelivery::succeeded)
                .containsExactly(false, true);
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
