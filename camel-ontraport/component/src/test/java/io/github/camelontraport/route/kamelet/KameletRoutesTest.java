package io.github.camelontraport.route.kamelet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.OntraportConstants;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What each Kamelet is for, in routes in YAML. Webhooks are in {@link KameletWebhookTest}. */
class KameletRoutesTest extends KameletTestSupport {

    @Test
    void theSourceDeliversRecordsAsJson() throws Exception {
        sandbox().create(CONTACTS, Map.of("firstname", "Ada"));
        source("ontraport-source", "startFrom: beginning", "delay: 50");

        JsonNode record = json(await(1).get(0));
        assertThat(got.get(0).getMessage().getBody()).isInstanceOf(String.class);

        assertThat(record.get("firstname").asText()).isEqualTo("Ada");
        assertThat(got.get(0).getMessage().getHeaders())
                .containsEntry(OntraportConstants.EVENT, "created")
                .containsEntry(OntraportConstants.OBJECT_ID, "1");
        sandbox().create(CONTACTS, Map.of("firstname", "Bea"));
        assertThat(json(await(2).get(1)).get("firstname").asText()).isEqualTo("Bea");
    }

    @Test
    void theSourceWatchesForTags() throws Exception {
        long id = sandbox().create(CONTACTS, Map.of("firstname", "Ada"));
        sandbox().create(TAGS, Map.of("tag_name", "A & B+"));
        source(
                "ontraport-source",
                "event: tagged",
                "tag: RAW(A & B+)",
                "delay: 50",
                "listFields: firstname",
                "startFrom: beginning");
        send("ontraport:contacts?operation=tag&tags=RAW(A & B+)", null, Map.of(OntraportConstants.RECORD_ID, id));

        assertThat(json(await(1).get(0)).get("firstname").asText()).isEqualTo("Ada");
    }

    @Test
    void aRecordWhoseRouteFailsComesAgain() throws Exception {
        sandbox().create(CONTACTS, Map.of("firstname", "Ada"));
        AtomicInteger attempts = new AtomicInteger();
        context.getRegistry().bind("failsOnce", (Processor) exchange -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
            got.add(exchange.copy());
        });
        load(
                """
                - route:
                    from:
                      uri: kamelet:ontraport-source
                      parameters:
                        startFrom: beginning
                        delay: 50
                      steps:
                        - process:
                            ref: failsOnce
                """);

        assertThat(json(await(1).get(0)).get("firstname").asText()).isEqualTo("Ada");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aDeletedRecordIsItsId() throws Exception {
        long id = sandbox().create(CONTACTS, Map.of());
        source("ontraport-source", "event: deleted", "delay: 50", "settleTime: 1");
        awaitRequests();
        sandbox().delete(CONTACTS, id);

        assertThat(await(1)).containsExactly("\"" + id + "\"");
    }

    /** The first poll only notes which records there are. */
    private static void awaitRequests() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(sandbox().requestCount()).isGreaterThan(2));
    }

    @Test
    void typedValuesAreTextsInJson() throws Exception {
        sandbox().create(CONTACTS, Map.of("firstname", "Ada"));
        source("ontraport-source", "startFrom: beginning", "delay: 50", "fieldFormat: typed", "fieldNames: label");

        assertThat(await(1).get(0)).contains("Z\"");
    }

    @Test
    void theSinkCreatesAndUpdates() throws Exception {
        sink("ontraport-sink");

        assertThat(in("{\"email\": \"ada@example.com\", \"firstname\": \"Ada\"}")
                        .getException())
                .isNull();
        Exchange second = in("{\"email\": \"ada@example.com\", \"firstname\": \"Adele\"}");

        assertThat(second.getMessage().getHeader(OntraportConstants.CREATED)).isEqualTo(false);
        assertThat(sandbox().records(CONTACTS)).singleElement().satisfies(contact -> assertThat(contact)
                .containsEntry("firstname", "Adele"));
    }

    @Test
    void theActionGivesJsonOrLeavesTheBody() throws Exception {
        sandbox().create(CONTACTS, Map.of("city", "Bend", "email", "ada@example.com"));
        sandbox().create(CONTACTS, Map.of("city", "Salem"));
        load(
                """
                - route:
                    from:
                      uri: direct:search
                      steps:
                        - to:
                            uri: kamelet:ontraport-action
                            parameters:
                              operation: search
                              condition: "city = 'Bend'"
                              listFields: email
                - route:
                    from:
                      uri: direct:tag
                      steps:
                        - to:
                            uri: kamelet:ontraport-action
                            parameters:
                              operation: tag
                              tags: "VIP"
                - route:
                    from:
                      uri: direct:count
                      steps:
                        - to:
                            uri: kamelet:ontraport-action
                            parameters:
                              operation: count
                """);

        assertThat(json(send("direct:search").getMessage().getBody(String.class)))
                .isEqualTo(json("[{\"email\": \"ada@example.com\", \"id\": \"1\"}]"));
        Exchange tagged = send("direct:tag", "kept", Map.of(OntraportConstants.RECORD_ID, 1));
        assertThat(tagged.getException()).isNull();
        assertThat(tagged.getMessage().getBody()).isEqualTo("kept");
        assertThat(tagged.getMessage().getHeader(OntraportConstants.ACKNOWLEDGEMENT))
                .isNotNull();
        assertThat(send("direct:count").getMessage().getBody()).isEqualTo(2L);
    }

    /** Camel's data types must not read a text as JSON, which it need not be. */
    @Test
    void theActionTakesAnyBody() throws Exception {
        sandbox().create(CONTACTS, Map.of());
        String tag = "kamelet:ontraport-action?operation=tag&tags=VIP&recordId=1";
        sink("ontraport-action", "operation: count");

        for (Object body : List.of("kept", "", 5, List.of(1), Map.of("id", 1))) {
            Exchange tagged = send(tag, body);
            assertThat(tagged.getException()).as("%s", body).isNull();
            assertThat(in(body).getMessage().getBody()).isEqualTo(1L);
        }
        assertThat(send(tag, "kept").getMessage().getBody()).isEqualTo("kept");
    }

    /** The environment has a PATH. */
    @Test
    void whatIsNotGivenIsNotTakenFromTheEnvironment() throws Exception {
        sink("ontraport-action", "objectType: raw", "operation: raw");

        assertThat(in(null).getException()).hasMessageContaining("path");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void theSyncSinkWritesWhatChanged() throws Exception {
        sink("ontraport-sync-sink", "tags: Customer", "concurrency: 1");
        String rows = "[{\"email\": \"ada@example.com\"}, {\"email\": \"bea@example.com\"}]";

        assertThat(record(in(rows))).containsEntry("created", 2L).containsEntry("tagged", 2L);
        assertThat(record(in(rows))).containsEntry("created", 0L).containsEntry("unchanged", 2L);
        assertThat(sandbox().records(CONTACTS)).hasSize(2);
    }

    private Exchange in(Object body) {
        return send("direct:in", body);
    }

    private static JsonNode json(String text) throws Exception {
        return JsonMapper.builder().build().readTree(text);
    }
}
