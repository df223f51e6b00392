package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequenceEndpointTest extends AccountTestBase {

    private static final int SEQUENCES = 5;
    private static final int SUBSCRIBERS = 8;
    private static final int AUTOMATIONS = 140;

    @BeforeEach
    void contactsAndWhatTheyCanBeOn() {
        sandbox.create(0, Map.of("email", "one@example.com"));
        sandbox.create(0, Map.of("email", "two@example.com"));
        sandbox.create(SEQUENCES, Map.of("name", "Welcome"));
        sandbox.create(SEQUENCES, Map.of("name", "Renewal"));
        sandbox.create(AUTOMATIONS, Map.of("name", "Onboarding"));
    }

    @Test
    void everySequenceCallMaintainsSubscriberRows() {
        assertThat(api.form(
                                "PUT",
                                "/objects/subscribe",
                                "objectID",
                                "0",
                                "ids",
                                "1,2",
                                "add_list",
                                "1",
                                "sub_type",
                                "Sequence")
                        .data()
                        .textValue())
                .isEqualTo("The subscription is now being processed.");
        api.json("PUT", "/objects/sequence", "{'objectID':0,'ids':[1],'add_list':[2]}");

        assertThat(listOf("updateSequence", 1)).isEqualTo("*/*1*/*2*/*");
        assertThat(sandbox.records(SUBSCRIBERS))
                .extracting(row -> row.get("object_id") + " on " + row.get("drip_id"))
                .containsExactly("1 on 1", "2 on 1", "1 on 2");

        api.delete("/objects/subscribe", "objectID", "0", "ids", "1", "remove_list", "1,2", "sub_type", "Sequence");
        api.json("DELETE", "/objects/sequence", "{'objectID':0,'ids':[2],'remove_list':[1]}");

        assertThat(listOf("updateSequence", 1)).isEmpty();
        assertThat(sandbox.records(SUBSCRIBERS)).isEmpty();
    }

    @Test
    void automationsAreTheDefault() {
        api.form("PUT", "/objects/subscribe", "objectID", "0", "ids", "1", "add_list", "1");

        assertThat(listOf("updateCampaign", 1)).isEqualTo("*/*1*/*");
        assertThat(sandbox.records(SUBSCRIBERS)).isEmpty();

        api.json("DELETE", "/objects/subscribe", "{'objectID':0,'ids':[1],'remove_list':[1],'sub_type':'Campaign'}");

        assertThat(listOf("updateCampaign", 1)).isEmpty();
    }

    @Test
    void addingAgainReplacesTheSubscriberRow() {
        subscribe("1", "1");
        api.form("POST", "/objects/pause", "objectID", "8", "ids", "1");
        sandbox.clock().advance(Duration.ofSeconds(30));
        subscribe("1", "1");

        assertThat(sandbox.records(SUBSCRIBERS)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("id", "2")
                .containsEntry("date", "1762503030")
                .containsEntry("pause", "0"));
        assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("dlm", "1762503000");
    }

    @Test
    void unknownRecordsAndSequencesAreIgnored() {
        subscribe("1,99", "77");

        assertThat(sandbox.records(SUBSCRIBERS)).isEmpty();
        assertThat(listOf("updateSequence", 1)).isEmpty();
    }

    @Test
    void changesTakeEffectAfterTheTagDelay() {
        sandbox.faults().tagDelay(Duration.ofSeconds(20));
        subscribe("1", "1");
        assertThat(listOf("updateSequence", 1)).isEmpty();

        sandbox.clock().advance(Duration.ofSeconds(20));

        assertThat(listOf("updateSequence", 1)).isEqualTo("*/*1*/*");
    }

    @Test
    void deletedRecordsLeaveNoTrace() {
        subscribe("1,2", "1,2");

        sandbox.delete(0, 2);
        sandbox.delete(SEQUENCES, 1);

        assertThat(sandbox.records(SUBSCRIBERS))
                .extracting(row -> row.get("object_id") + " on " + row.get("drip_id"))
                .containsExactly("1 on 2");
        assertThat(listOf("updateSequence", 1)).isEqualTo("*/*2*/*");
    }

    @Test
    void refusesInvalidFieldsAndTypeChanges() {
        assertThat(api.form("PUT", "/objects/subscribe", "objectID", "0", "add_list", "1")
                        .text())
                .isEqualTo("Missing required parameter: ids");
        assertThat(api.form("PUT", "/objects/subscribe", "objectID", "0", "ids", "1")
                        .text())
                .isEqualTo("Missing required parameter: add_list");
        assertThat(api.delete("/objects/sequence", "objectID", "0", "ids", "1").text())
                .isEqualTo("Missing required parameter: remove_list");
        assertThat(api.form(
                                "PUT",
                                "/objects/subscribe",
                                "objectID",
                                "0",
                                "ids",
                                "1",
                                "add_list",
                                "1",
                                "sub_type",
                                "Drip")
                        .text())
                .isEqualTo("Invalid value for parameter: sub_type");
        assertThat(api.form("POST", "/objects/pause", "objectID", "5").text())
                .isEqualTo("Missing required parameter: ids");
    }

    @Test
    void pausesWhatCanBePaused() {
        sandbox.create(6, Map.of("name", "A rule", "object_type_id", 0));
        subscribe("1", "1");

        for (String type : new String[] {"5", "6", "8", "140"}) {
            assertThat(api.form("POST", "/objects/pause", "objectID", type, "ids", "1")
                            .json()
                            .has("data"))
                    .isFalse();
            assertThat(sandbox.find(Integer.parseInt(type), 1).orElseThrow()).containsEntry("pause", "1");
            assertThat(api.json("POST", "/objects/unpause", "{'objectID':" + type + ",'ids':[1]}")
                            .status())
                    .isEqualTo(200);
            assertThat(sandbox.find(Integer.parseInt(type), 1).orElseThrow()).containsEntry("pause", "0");
        }
        assertThat(api.form("POST", "/objects/pause", "objectID", "0", "ids", "1")
                        .status())
                .isEqualTo(404);
    }

    private void subscribe(String ids, String sequences) {
        api.form(
                "PUT",
                "/objects/subscribe",
                "objectID",
                "0",
                "ids",
                ids,
                "add_list",
                sequences,
                "sub_type",
                "Sequence");
    }

    private String listOf(String field, long contact) {
        return sandbox.find(0, contact).orElseThrow().get(field).toString();
    }
}
