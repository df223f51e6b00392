package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagEndpointTest extends AccountTestBase {

    @BeforeEach
    void twoContactsAndTwoTags() {
        sandbox.create(0, Map.of("email", "one@example.com"));
        sandbox.create(0, Map.of("email", "two@example.com"));
        sandbox.create(14, Map.of("tag_name", "VIP"));
        sandbox.create(14, Map.of("tag_name", "Lead, cold"));
    }

    @Test
    void addsAndRemovesByIdInBothEncodings() {
        assertThat(api.form("PUT", "/objects/tag", "objectID", "0", "ids", "1,2", "add_list", "1,2")
                        .data()
                        .textValue())
                .isEqualTo("The tag is now being processed.");
        assertThat(tagsOf(1)).isEqualTo("*/*1*/*2*/*");

        api.delete("/objects/tag", "objectID", "0", "ids", "1", "remove_list", "1");
        api.json("DELETE", "/objects/tag", "{'objectID':0,'ids':[2],'remove_list':[1,2]}");

        assertThat(tagsOf(1)).isEqualTo("*/*2*/*");
        assertThat(tagsOf(2)).isEmpty();
    }

    @Test
    void taggingTwiceMakesOneSubscriberAndLeavesDlmAlone() {
        sandbox.clock().advance(Duration.ofSeconds(30));
        api.json("PUT", "/objects/tag", "{'objectID':0,'ids':[1],'add_list':[1]}");
        api.json("PUT", "/objects/tag", "{'objectID':0,'ids':[1],'add_list':[1]}");

        assertThat(sandbox.records(138))
                .containsExactly(Map.of(
                        "id", "1", "tag_id", "1", "object_id", "1", "object_type_id", "0", "date", "1762503030"));
        assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("dlm", "1762503000");
    }

    @Test
    void tagByNameCreatesTagsAndKeepsCommas() {
        api.json("PUT", "/objects/tagByName", "{'objectID':0,'ids':[1],'add_names':['Lead, cold','Brand new']}");

        assertThat(tagsOf(1)).isEqualTo("*/*2*/*3*/*");
        assertThat(sandbox.find(14, 3).orElseThrow())
                .containsEntry("tag_name", "Brand new")
                .containsEntry("object_type_id", "0");

        api.json("DELETE", "/objects/tagByName", "{'objectID':0,'ids':[1],'remove_names':['lead, cold','Unheard of']}");

        assertThat(tagsOf(1)).isEqualTo("*/*3*/*");
        assertThat(sandbox.records(14)).hasSize(3);
    }

    /** Whatever the call, a name is stored and found as written. */
    @Test
    void tagNamesKeepTheirBlanks() {
        api.json("PUT", "/objects/tagByName", "{'objectID':0,'ids':[1],'add_names':[' padded ']}");
        api.form("POST", "/Tags", "tag_name", " other ");

        assertThat(sandbox.records(14)).extracting(tag -> tag.get("tag_name")).contains(" padded ", " other ");
        assertThat(api.form("POST", "/Tags", "tag_name", " padded ").status()).isEqualTo(400);
        api.json("PUT", "/objects/tagByName", "{'objectID':0,'ids':[2],'add_names':[' other ']}");
        assertThat(sandbox.records(14)).hasSize(4);

        api.json("DELETE", "/objects/tagByName", "{'objectID':0,'ids':[1],'remove_names':['padded']}");
        assertThat(tagsOf(1)).isEqualTo("*/*3*/*");
        api.json("DELETE", "/objects/tagByName", "{'objectID':0,'ids':[1],'remove_names':[' padded ']}");
        assertThat(tagsOf(1)).isEmpty();
    }

    @Test
    void tagNamesThatLookLikeNumbersDiffer() {
        api.json("PUT", "/objects/tagByName", "{'objectID':0,'ids':[1],'add_names':['1']}");
        api.json("PUT", "/objects/tagByName", "{'objectID':0,'ids':[2],'add_names':['01']}");

        assertThat(sandbox.records(14)).extracting(tag -> tag.get("tag_name")).contains("1", "01");
        assertThat(api.get("/objects/tag", "objectID", "0", "tag_name", "01").ids())
                .isEqualTo("2");
    }

    @Test
    void tagByNameRequiresAnArrayOfIds() {
        assertThat(api.json("PUT", "/objects/tagByName", "{'objectID':0,'ids':'1','add_names':['VIP']}")
                        .status())
                .isEqualTo(400);
        assertThat(api.form("PUT", "/objects/tagByName", "objectID", "0", "ids", "1", "add_names", "VIP")
                        .status())
                .isEqualTo(400);
        assertThat(api.json("PUT", "/objects/tagByName", "{'objectID':0,'ids':[1]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesToTagWithoutASelection() {
        assertThat(api.json("PUT", "/objects/tag", "{'objectID':0,'add_list':[1]}")
                        .text())
                .isEqualTo("Missing required parameter: ids");
        assertThat(api.json("PUT", "/objects/tag", "{'objectID':0,'ids':[1]}").text())
                .isEqualTo("Missing required parameter: add_list");
    }

    @Test
    void unknownRecordsAndTagsAreIgnored() {
        api.json("PUT", "/objects/tag", "{'objectID':0,'ids':[1,99],'add_list':[77]}");

        assertThat(sandbox.records(138)).isEmpty();
        assertThat(tagsOf(1)).isEmpty();
    }

    @Test
    void listsRecordsWithATag() {
        sandbox.addTag(0, 2, "VIP");

        assertThat(api.get("/objects/tag", "objectID", "0", "tag_id", "1").ids())
                .isEqualTo("2");
        assertThat(api.get(
                                "/objects/tag",
                                "objectID",
                                "0",
                                "tag_name",
                                "VIP",
                                "listFields",
                                "object_id",
                                "count",
                                "true")
                        .json())
                .isEqualTo(ApiClient.parse(
                        "{\"code\":0,\"data\":[{\"id\":\"2\"}],\"count\":\"1\",\"misc\":[],\"account_id\":4711}"));
        assertThat(api.get("/objects/tag", "objectID", "0", "tag_name", "Unheard of")
                        .data())
                .isEmpty();
        assertThat(api.get("/objects/tag", "objectID", "0").status()).isEqualTo(400);
    }

    @Test
    void subscribersCanBeReadByTypeOfObject() {
        sandbox.create(150, Map.of("name", "Stonework"));
        sandbox.addTag(0, 1, "VIP");
        sandbox.addTag(150, 1, "Supplier");

        assertThat(api.get("/TagSubscribers", "object_type_id", "150")
                        .data()
                        .get(0)
                        .get("object_id")
                        .textValue())
                .isEqualTo("1");
        assertThat(api.get("/TagSubscribers", "object_type_id", "150").data()).hasSize(1);
        assertThat(api.get("/TagSubscribers").data()).hasSize(2);
        assertThat(sandbox.find(150, 1).orElseThrow()).containsEntry("contact_cat", "*/*3*/*");
    }

    @Test
    void deletionsRemoveTagSubscribers() {
        sandbox.addTag(0, 1, "VIP");
        sandbox.addTag(0, 2, "VIP");

        api.delete("/Contact", "id", "1");
        assertThat(sandbox.records(138)).extracting(row -> row.get("object_id")).containsExactly("2");

        api.delete("/Tag", "id", "1");
        assertThat(sandbox.records(138)).isEmpty();
        assertThat(tagsOf(2)).isEmpty();
    }

    @Test
    void removeTagRemovesTheTag() {
        sandbox.addTag(0, 1, "VIP");
        sandbox.removeTag(0, 1, "VIP");
        sandbox.removeTag(0, 1, "Unheard of");
        assertThat(tagsOf(1)).isEmpty();

        sandbox.addTag(0, 1, "VIP");
        sandbox.delete(138, 2);
        assertThat(tagsOf(1)).isEmpty();
    }

    @Test
    void tagsAppearAfterTheDelay() {
        sandbox.faults().tagDelay(Duration.ofSeconds(20));
        api.json("PUT", "/objects/tagByName", "{'objectID':0,'ids':[1],'add_names':['VIP']}");
        sandbox.clock().advance(Duration.ofSeconds(19));

        assertThat(tagsOf(1)).isEmpty();
        assertThat(api.get("/TagSubscribers").data()).isEmpty();

        sandbox.clock().advance(Duration.ofSeconds(5));

        assertThat(tagsOf(1)).isEqualTo("*/*1*/*");
        assertThat(api.get("/TagSubscribers").data().get(0).get("date").textValue())
                .isEqualTo("1762503020");
    }

    private String tagsOf(int contact) {
        return api.get("/Contact", "id", Integer.toString(contact))
                .data()
                .get("contact_cat")
                .textValue();
    }
}
