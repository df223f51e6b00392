package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.DeliveryReceiver.Received;
import io.github.camelontraport.sandbox.support.TestTime;
import io.github.camelontraport.sandbox.support.WebhookScenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of the account are posted to their subscriptions. */
class WebhookEndpointTest extends WebhookScenario {

    private static final List<String> FORMATS = List.of("full", "lightweight", "notify");

    private static final List<Happening> HAPPENINGS = List.of(
            new Happening(
                    "object_create(0)",
                    "object_type_id",
                    api -> api.form("POST", "/Contacts", "firstname", "Zoë & Co", "email", "zoe@example.com")),
            new Happening(
                    "sub_tag(1)",
                    "tag_id",
                    api -> api.json("PUT", "/objects/tag", "{'objectID':0,'ids':[1],'add_list':[1]}")),
            new Happening(
                    "unsub_tag(2)",
                    "tag_id",
                    api -> api.json("DELETE", "/objects/tagByName", "{'objectID':0,'ids':[1],'remove_names':['Old']}")),
            new Happening("purchase_product(1)", "product_id", WebhookEndpointTest::buy),
            new Happening("transaction_created_with_product(1)", "product_id", WebhookEndpointTest::buy));

    @ParameterizedTest
    @MethodSource("eachOnce")
    void everyEventIsDeliveredInEveryFormAndEncoding(Happening happening, String format, WebhookEncoding encoding) {
        fill();
        sandbox.webhooks().encoding(encoding);
        String id = subscribe("/op?s=4c1", happening.event(), "{\"format\":\"" + format + "\"}");
        subscribe("/other", happening.event().replaceAll("[0-9]+", "99"), "");

        happening.cause().accept(api);

        Received received = onlyDelivery();
        assertThat(received.methodAndPath()).isEqualTo("POST /op?s=4c1");
        assertThat(received.contentType()).isEqualTo(encoding.contentType());
        assertPayload(received, encoding, id, happening, format);
    }

    @Test
    void aFormSubmissionIsDelivered() {
        fill();
        sandbox.create(122, Map.of("formname", "Newsletter"));
        subscribe("/op", "object_submits_form(1)", "{\"format\":\"lightweight\"}");
        subscribe("/created", "object_create(0)", "{\"format\":\"notify\"}");

        assertThat(sandbox.submitForm(1, Map.of("email", "zoe@example.com", "firstname", "Zo")))
                .isEqualTo(1);
        assertThat(onlyDelivery().json())
                .isEqualTo(
                        ApiClient.parse(
                                """
                {"webhook_id":"1","object_type_id":"0","event":{"type":"object_submits_form","form_id":"1"},
                "data":{"id":"1","firstname":"Zo","lastname":"","email":"zoe@example.com"},"timestamp":"1762503000"}"""));

        assertThat(sandbox.submitForm(1, Map.of("email", "new@example.com"))).isEqualTo(2);
        assertThat(deliveries())
                .extracting(Received::methodAndPath)
                .containsExactlyInAnyOrder("POST /op", "POST /created", "POST /op");
        assertThatThrownBy(() -> sandbox.submitForm(9, Map.of())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void recordsOfOtherTypesHaveTheirOwnFields() {
        int projects = sandbox.defineCustomObject("Projects", Map.of("f2001", SandboxField.of(null, "Code", "text")));
        subscribe("/light", "object_create(" + projects + ")", "{\"format\":\"lightweight\"}");
        subscribe("/full", "object_create(" + projects + ")", "{\"format\":\"full\"}");
        subscribe("/tags", "object_create(14)", "{\"format\":\"notify\"}");
        sandbox.webhooks().connections(1);

        sandbox.create(projects, Map.of("f2001", "P-1"));
        sandbox.create(14, Map.of("tag_name", "VIP"));

        assertThat(deliveries())
                .extracting(delivery -> delivery.json().get("object_type_id").asText()
                        + delivery.json().get("data"))
                .satisfiesExactly(
                        light -> assertThat(light).isEqualTo("10000{\"id\":\"1\"}"),
                        full -> assertThat(full)
                                .startsWith("10000{\"id\":\"1\",\"owner\":\"1\"")
                                .contains("\"f2001\":\"P-1\""),
                        tag -> assertThat(tag).isEqualTo("14{\"tag_id\":\"1\"}"));
    }

    @Test
    void tagChangesWithoutEffectAreNotDelivered() {
        fill();
        List.of("sub_tag(2)", "unsub_tag(1)", "unsub_tag(2)", "object_create(0)")
                .forEach(event -> subscribe("/op", event, ""));

        sandbox.addTag(0, 1, "Old");
        sandbox.removeTag(0, 1, "VIP");
        sandbox.update(0, 1, Map.of("firstname", "Zo"));
        sandbox.delete(0, 1);

        assertThat(deliveries()).isEmpty();
    }

    @Test
    void delayedTagsAreDeliveredWithTheirDueTime() {
        fill();
        subscribe("/op", "sub_tag(1)", "");
        sandbox.faults().tagDelay(Duration.ofSeconds(20));

        sandbox.addTag(0, 1, "VIP");
        assertThat(deliveries()).isEmpty();

        sandbox.clock().advance(Duration.ofSeconds(30));
        assertThat(onlyDelivery().json().get("timestamp").asText()).isEqualTo(Long.toString(TestTime.START + 20));
        assertThat(onlyDelivery().json().get("data").get("contact_cat").asText())
                .isEqualTo("*/*1*/*2*/*");
    }

    @Test
    void aPurchaseIsDeliveredWhenItIsPaid() {
        fill();
        subscribe("/paid", "purchase_product(1)", "");
        subscribe("/any", "transaction_created_with_product(1)", "");

        api.json("POST", "/transaction/processManual", SALE.replace("chargeLog", "requestPayment"));
        assertThat(onlyDelivery().methodAndPath()).isEqualTo("POST /any");

        api.form("PUT", "/transaction/markPaid", "id", "1");
        api.form("PUT", "/transaction/markPaid", "id", "1");
        assertThat(deliveries()).extracting(Received::methodAndPath).containsExactly("POST /any", "POST /paid");
    }

    @Test
    void noDeliveriesAfterUnsubscribe() {
        String id = subscribe("/op", "object_create(0)", "");
        api.delete("/Webhook/unsubscribe", "id", id);

        sandbox.create(0, Map.of());

        assertThat(deliveries()).isEmpty();
    }

    @Test
    void theSubscriptionShowsItsLastDelivery() {
        subscribe("/op", "object_create(0)", "{\"format\":\"notify\"}");
        receiver.answering(delivery -> 202);
        sandbox.clock().advance(Duration.ofSeconds(1));

        sandbox.create(0, Map.of());

        String payload = onlyDelivery().body();
        JsonNode webhook = api.get("/Webhooks").data().get(0);
        assertThat(webhook.get("last_hook").asText()).isEqualTo(Long.toString(TestTime.START + 1));
        assertThat(webhook.get("last_code").asText()).isEqualTo("202");
        assertThat(webhook.get("last_payload").asText()).isEqualTo(payload);
    }

    static Stream<Arguments> eachOnce() {
        return HAPPENINGS.stream()
                .flatMap(happening -> FORMATS.stream().flatMap(format -> Stream.of(WebhookEncoding.values())
                        .map(encoding -> Arguments.of(happening, format, encoding))));
    }

    private void assertPayload(
            Received received, WebhookEncoding encoding, String id, Happening happening, String format) {
        String type = happening.event().replaceAll("\\(.*", "");
        String subject = happening.event().replaceAll("[^0-9]", "");
        boolean created = happening.event().startsWith("object_create");
        String record = created ? "2" : "1";
        if (encoding == WebhookEncoding.JSON) {
            JsonNode json = received.json();
            assertThat(json.fieldNames())
                    .toIterable()
                    .containsExactly("webhook_id", "object_type_id", "event", "data", "timestamp");
            assertThat(json.get("webhook_id").textValue()).isEqualTo(id);
            assertThat(json.get("object_type_id").textValue()).isEqualTo("0");
            assertThat(json.get("event").toString())
                    .isEqualTo("{\"type\":\"" + type + "\",\"" + happening.subject() + "\":\"" + subject + "\"}");
            assertThat(json.get("data").get("id").textValue()).isEqualTo(record);
            assertThat(json.get("data"))
                    .hasSize(
                            format.equals("full")
                                    ? sandbox.find(0, 1).orElseThrow().size()
                                    : format.equals("notify") ? 1 : 4);
            assertThat(json.get("timestamp").textValue()).isEqualTo(Long.toString(TestTime.START));
        } else {
            Map<String, String> form = received.form();
            assertThat(form)
                    .containsEntry("webhook_id", id)
                    .containsEntry("object_type_id", "0")
                    .containsEntry("event[type]", type)
                    .containsEntry("event[" + happening.subject() + "]", subject)
                    .containsEntry("data[id]", record)
                    .containsEntry("timestamp", Long.toString(TestTime.START));
            if (!format.equals("notify")) {
                assertThat(form)
                        .containsEntry("data[firstname]", created ? "Zoë & Co" : "Zoë")
                        .containsEntry("data[email]", "zoe@example.com");
            }
            assertThat(form.keySet().stream().filter(name -> name.startsWith("data[")))
                    .hasSize(
                            format.equals("notify")
                                    ? 1
                                    : format.equals("lightweight") ? 4 : fieldsWithValue(Long.parseLong(record)));
        }
    }

    private int fieldsWithValue(long contact) {
        return (int) sandbox.find(0, contact).orElseThrow().values().stream()
                .filter(value -> value != null)
                .count();
    }

    /** @param subject how deliveries name the id in the event */
    record Happening(String event, String subject, Consumer<ApiClient> cause) {

        @Override
        public String toString() {
            return event;
        }
    }
}
