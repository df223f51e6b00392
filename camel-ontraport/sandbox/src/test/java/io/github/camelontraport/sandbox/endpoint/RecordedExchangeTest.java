package io.github.camelontraport.sandbox.endpoint;

import static io.github.camelontraport.sandbox.support.JsonLikeness.CHARGED;
import static io.github.camelontraport.sandbox.support.JsonLikeness.CREATED;
import static io.github.camelontraport.sandbox.support.JsonLikeness.RECORDS;
import static io.github.camelontraport.sandbox.support.JsonLikeness.SAME;
import static io.github.camelontraport.sandbox.support.JsonLikeness.SOME_FIELDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.DeliveryReceiver;
import io.github.camelontraport.sandbox.support.Fixture;
import io.github.camelontraport.sandbox.support.FixtureAccount;
import io.github.camelontraport.sandbox.support.JsonLikeness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded exchange that the sandbox supports gets the recorded reply. */
class RecordedExchangeTest {

    @RegisterExtension
    static final OntraportSandboxExtension EXTENSION = new OntraportSandboxExtension(
            builder -> builder.apiKey(FixtureAccount.API_KEY).appId(FixtureAccount.APP_ID));

    private static final List<Served> SERVED = List.of(
            served("contacts-create-form", CREATED),
            served("contacts-create-invalid-email", SAME),
            served("contacts-saveorupdate-created", CREATED),
            served("contacts-saveorupdate-merged", SAME),
            served("contacts-update-by-unique-id", SAME),
            served("error-code-in-200", SAME, sandbox -> sandbox.faults()
                    .json(200, "{\"code\":1,\"data\":[],\"account_id\":40211}")),
            served("error-rate-limited", SAME, RecordedExchangeTest::useUpLimit),
            served("error-unauthorized", SAME),
            served("error-unknown-path", SAME),
            served("fieldeditor-create", SAME, FixtureAccount::manyFields),
            served("fieldeditor-get", SOME_FIELDS),
            served("messages-create", CREATED),
            served("objects-create", CREATED),
            served("objects-delete-many", SAME),
            served("objects-delete-one", SAME),
            served("objects-get-many-by-ids", RECORDS),
            served("objects-get-many-empty", SAME),
            served("objects-get-many-externs", SAME, FixtureAccount::note),
            served("objects-get-many-in-condition", SAME),
            served("objects-get-many-listfields", SAME),
            served("objects-get-many-null-condition", SAME, FixtureAccount::withoutAddress),
            served("objects-get-many-updated-since", RECORDS),
            served("objects-get-many-with-count", RECORDS),
            served("objects-get-one", RECORDS),
            served("objects-get-one-missing", SAME),
            served("objects-getbyemail", SAME),
            served("objects-getbyemail-all", SAME, FixtureAccount::sameAddress),
            served("objects-getbyemail-missing", SAME),
            served("objects-getinfo", SAME),
            served("objects-meta", RECORDS),
            served("objects-pause-rule", SAME, FixtureAccount::rule),
            served("objects-saveorupdate-ignore-blanks", SAME),
            served("objects-subscribe", SAME),
            served("objects-tag-add", SAME),
            served("objects-tag-by-name", SAME),
            served("objects-tag-list-records", SAME),
            served("objects-tag-remove", SAME),
            served("objects-unsubscribe-sequence", SAME),
            served("objects-update", SAME),
            served("rules-create", CREATED),
            served("tags-create", CREATED),
            served("tasks-assign", SAME, FixtureAccount::taskMessage),
            served("tasks-complete", SAME, FixtureAccount::task),
            served("transactions-convert-to-decline", SAME, FixtureAccount::invoices),
            served("transactions-getinfo", SAME, FixtureAccount::transactions),
            served("transactions-mark-paid", SAME, FixtureAccount::invoices),
            served("transactions-order-get", SAME, FixtureAccount::order),
            served("transactions-process-charge", CHARGED, FixtureAccount::sale),
            served("transactions-process-declined", CHARGED, FixtureAccount::sale),
            served("transactions-process-log", CHARGED, FixtureAccount::sale),
            served("transactions-refund", SAME, FixtureAccount::invoices),
            served("transactions-rerun", SAME, FixtureAccount::invoices),
            served("webhooks-list", SAME, FixtureAccount::webhook),
            served("webhooks-subscribe", CREATED),
            served("webhooks-unsubscribe", SAME, FixtureAccount::webhook));

    /** Requests by Ontraport, not to it. */
    private static final List<Delivered> DELIVERED = List.of(
            new Delivered("webhook-delivery-form", FixtureAccount::contactCreated),
            new Delivered("webhook-delivery-json", FixtureAccount::contactTagged));

    @Test
    void everyRecordedExchangeIsTested() {
        TreeSet<String> known = new TreeSet<>();
        DELIVERED.forEach(delivered -> known.add(delivered.name()));
        SERVED.forEach(served -> known.add(served.name()));

        assertThat(Fixture.names()).containsExactlyElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("served")
    void replyMatchesTheRecordedExchange(Served served, OntraportSandbox sandbox) {
        FixtureAccount.fill(sandbox);
        served.state().accept(sandbox);
        Fixture fixture = Fixture.read(served.name());

        ApiClient.Answer answer = fixture.send(sandbox);

        JsonNode expected = fixture.response();
        assertThat(answer.status()).isEqualTo(expected.get("status").asInt());
        assertThat(answer.header("Content-Type"))
                .isEqualTo(expected.get("headers").get("Content-Type").asText());
        expected.get("headers").fieldNames().forEachRemaining(name -> assertThat(answer.header(name))
                .as(name)
                .isNotNull());
        if (expected.get("body").isTextual()) {
            assertThat(answer.text()).isEqualTo(expected.get("body").asText());
        } else {
            served.likeness().check(expected.get("body"), answer.json());
        }
    }

    /** Compares exactly, as nothing in a delivery depends on the account. */
    @ParameterizedTest
    @MethodSource("delivered")
    void deliveryMatchesTheRecordedExchange(Delivered delivered) {
        JsonNode expected = Fixture.read(delivered.name()).request();
        JsonNode body = expected.get("body");
        long time = Long.parseLong(
                body.isTextual()
                        ? body.asText().replaceAll(".*timestamp=", "")
                        : body.get("timestamp").asText());
        try (DeliveryReceiver receiver = new DeliveryReceiver();
                OntraportSandbox sandbox = OntraportSandbox.builder()
                        .clock(Clock.fixed(Instant.ofEpochSecond(time), ZoneOffset.UTC))
                        .start()) {
            FixtureAccount.fill(sandbox);
            sandbox.webhooks().encoding(body.isTextual() ? WebhookEncoding.FORM : WebhookEncoding.JSON);
            delivered.event().accept(sandbox, receiver.url(expected.get("path").asText()));
            sandbox.webhooks().awaitQuiet(Duration.ofSeconds(20));

            assertThat(receiver.received()).singleElement().satisfies(received -> {
                assertThat(received.methodAndPath())
                        .isEqualTo(expected.get("method").asText() + " "
                                + expected.get("path").asText());
                assertThat(received.contentType())
                        .isEqualTo(expected.get("contentType").asText());
                assertThat(received.body()).isEqualTo(body.isTextual() ? body.asText() : body.toString());
            });
        }
    }

    static Stream<Delivered> delivered() {
        return DELIVERED.stream();
    }

    static Stream<Served> served() {
        return SERVED.stream();
    }

    private static void useUpLimit(OntraportSandbox sandbox) {
        sandbox.requestsPerMinute(1);
        ApiClient.of(sandbox).get("/Contacts");
    }

    private static Served served(String name, JsonLikeness likeness) {
        return served(name, likeness, sandbox -> {});
    }

    private static Served served(String name, JsonLikeness likeness, Consumer<OntraportSandbox> state) {
        return new Served(name, likeness, state);
    }

    /** @param state what the example needs beyond the common records */
    record Served(String name, JsonLikeness likeness, Consumer<OntraportSandbox> state) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param event subscribes a URL and makes happen what is delivered */
    record Delivered(String name, BiConsumer<OntraportSandbox, String> event) {

        @Override
        public String toString() {
            return name;
        }
    }
}
