package io.github.camelontraport.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.TestTime;
import io.github.camelontraport.sandbox.support.WebhookScenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The webhook log as the API shows it. */
class WebhookLogTest extends WebhookScenario {

    private static final String NOTIFY = "{\"format\":\"notify\"}";
    private static final String FAILED =
            "[{\"field\":{\"field\":\"code\"},\"op\":\"=\",\"value\":{\"value\":\"500\"}}]";

    @Test
    void everyAttemptIsAnEntry() {
        subscribe("/op?s=4c1", "object_create(0)", NOTIFY);
        receiver.answering(delivery -> receiver.received().size() == 1 ? 500 : 200);
        sandbox.webhooks().retries(1).connections(1);

        sandbox.create(0, Map.of());

        String payload = deliveries().get(0).body();
        JsonNode log = api.get("/WebhookLogs").json();
        assertThat(log.get("misc")).isEmpty();
        assertThat(log.get("data")).hasSize(2);
        assertThat(log.get("data").get(0))
                .isEqualTo(ApiClient.parse(WebhookEncoding.JSON.encode(Map.of(
                        "id",
                        "1",
                        "webhook_id",
                        "1",
                        "event",
                        "object_create(0)",
                        "url",
                        receiver.url("/op?s=4c1"),
                        "payload",
                        payload,
                        "code",
                        "500",
                        "date",
                        Long.toString(TestTime.START)))));
        assertThat(api.get("/WebhookLog", "id", "2").data().get("code").asText())
                .isEqualTo("200");
        assertThat(api.get("/WebhookLog", "id", "3").status()).isEqualTo(404);
    }

    @Test
    void isReadLikeOtherCollections() {
        subscribe("/op", "object_create(0)", NOTIFY);
        receiver.answering(delivery -> delivery.json().get("data").get("id").asInt() % 10 == 0 ? 500 : 200);
        for (int i = 0; i < 60; i++) {
            sandbox.create(0, Map.of());
        }

        deliveries();

        assertThat(api.get("/WebhookLogs").data()).hasSize(50);
        assertThat(api.get("/WebhookLogs", "start", "50").data()).hasSize(10);
        assertThat(api.get("/WebhookLogs", "sort", "id", "sortDir", "desc", "range", "2")
                        .ids())
                .isEqualTo("60,59");
        assertThat(api.get("/WebhookLogs", "condition", FAILED).data()).hasSize(6);
        assertThat(api.get("/WebhookLogs/getInfo", "condition", FAILED)
                        .data()
                        .get("count")
                        .asText())
                .isEqualTo("6");
        assertThat(api.get("/WebhookLogs", "condition", FAILED, "listFields", "code")
                        .data())
                .allSatisfy(entry -> assertThat(entry).isEqualTo(ApiClient.parse("{\"code\":\"500\"}")));
    }

    @Test
    void successesAreKeptTwoDaysAndFailuresSeven() {
        subscribe("/op", "object_create(0)", NOTIFY);
        sandbox.webhooks().connections(1).every(2).drop();
        createAndDeliver(2);

        sandbox.clock().advance(Duration.ofDays(2));
        createAndDeliver(2);
        assertThat(api.get("/WebhookLogs").ids()).isEqualTo("1,2,3,4");

        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(api.get("/WebhookLogs").ids()).isEqualTo("2,3,4");

        sandbox.clock().advance(Duration.ofDays(5));
        assertThat(api.get("/WebhookLogs").ids()).isEqualTo("4");
    }

    @Test
    void keepsAtMostTenThousandEntries() {
        subscribe("/op", "object_create(0)", NOTIFY);
        sandbox.webhooks().connections(1).always().drop();
        createAndDeliver(1);
        sandbox.webhooks().clear();
        createAndDeliver(1);
        sandbox.webhooks().always().drop();
        createAndDeliver(WebhookLog.CAPACITY - 2);
        assertThat(api.get("/WebhookLogs/getInfo").data().get("count").asText()).isEqualTo("10000");

        createAndDeliver(2);

        assertThat(api.get("/WebhookLogs/getInfo").data().get("count").asText()).isEqualTo("10000");
        assertThat(api.get("/WebhookLogs", "range", "1").ids()).isEqualTo("3");
    }

    @Test
    void metaDescribesItsFields() {
        JsonNode meta = api.get("/WebhookLogs/meta").data();
        assertThat(meta).hasSize(1);
        assertThat(meta.elements().next().get("name").asText()).isEqualTo("WebhookLog");
        assertThat(meta.elements().next().get("fields").fieldNames())
                .toIterable()
                .containsExactly("webhook_id", "event", "url", "payload", "code", "date");
    }

    @Test
    void fieldsCanBeRenamedOrOmitted() {
        try (OntraportSandbox other = OntraportSandbox.builder()
                .webhookLogFields(Map.of("payload", "data", "code", "http_status", "url", ""))
                .start()) {
            ApiClient otherApi = ApiClient.of(other);
            otherApi.form(
                    "POST",
                    "/Webhook/subscribe",
                    "url",
                    receiver.url("/op"),
                    "event",
                    "object_create(0)",
                    "data",
                    NOTIFY);
            other.create(0, Map.of());
            other.webhooks().awaitQuiet(PATIENCE);

            assertThat(otherApi.get("/WebhookLogs/meta")
                            .data()
                            .elements()
                            .next()
                            .get("fields")
                            .fieldNames())
                    .toIterable()
                    .containsExactly("webhook_id", "event", "data", "http_status", "date");
            JsonNode entry = otherApi.get("/WebhookLogs").data().get(0);
            assertThat(entry.fieldNames())
                    .toIterable()
                    .containsExactly("id", "webhook_id", "event", "data", "http_status", "date");
            assertThat(entry.get("data").asText())
                    .isEqualTo(receiver.received().get(0).body());
        }
    }

    @Test
    void refusesUnknownAndDuplicateFieldNames() {
        assertThatThrownBy(() -> OntraportSandbox.builder()
                        .webhookLogFields(Map.of("body", "data"))
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no field body")
                .hasMessageContaining("payload");
        assertThatThrownBy(() -> OntraportSandbox.builder()
                        .webhookLogFields(Map.of("event", "code"))
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named code");
        assertThatThrownBy(() -> OntraportSandbox.builder()
                        .webhookLogFields(Map.of("event", "id"))
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named id");
        assertThatThrownBy(() -> sandbox.create(TypeDefinition.WEBHOOK_LOG, Map.of()))
                .hasMessageContaining("deliveries fill it");
    }

    @Test
    void dataFileKeepsTheLog(@TempDir Path folder) {
        Path file = folder.resolve("account.json");
        OntraportSandbox.Builder builder = OntraportSandbox.builder()
                .http(false)
                .clock(TestTime.clock())
                .dataFile(file)
                .webhookLogFields(Map.of("code", ""));
        try (OntraportSandbox first = builder.start()) {
            first.create(145, Map.of("event", "object_create(0)", "url", receiver.url("/op")));
            first.webhooks().connections(1).skip(1).drop();
            first.create(0, Map.of());
            first.create(0, Map.of());
            first.create(0, Map.of());
            first.webhooks().awaitQuiet(PATIENCE);
            first.delete(TypeDefinition.WEBHOOK_LOG, 3);
        }
        try (OntraportSandbox second = builder.start()) {
            assertThat(second.records(TypeDefinition.WEBHOOK_LOG))
                    .extracting(entry -> entry.get("id"))
                    .containsExactly("1", "2");
            second.create(0, Map.of());
            second.webhooks().awaitQuiet(PATIENCE);
            second.clock().advance(Duration.ofDays(3));
            assertThat(second.records(TypeDefinition.WEBHOOK_LOG))
                    .extracting(entry -> entry.get("id"))
                    .containsExactly("2");
            assertThat(receiver.received()).hasSize(3);
        }
    }

    private void createAndDeliver(int contacts) {
        for (int i = 0; i < contacts; i++) {
            sandbox.create(0, Map.of());
        }
        sandbox.webhooks().awaitQuiet(PATIENCE);
    }
}
