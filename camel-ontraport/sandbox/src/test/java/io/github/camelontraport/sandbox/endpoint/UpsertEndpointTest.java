package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertEndpointTest extends AccountTestBase {

    @Test
    void createsFlatAndMergesUnderAttrs() {
        JsonNode created = upsert("{'objectID':0,'email':'n@example.com','city':'Bend'}");
        sandbox.clock().advance(Duration.ofSeconds(5));
        JsonNode merged = upsert("{'objectID':0,'email':'N@EXAMPLE.com','city':'Salem'}");

        assertThat(created.get("id").textValue()).isEqualTo("1");
        assertThat(merged)
                .isEqualTo(
                        ApiClient.parse(
                                "{\"attrs\":{\"email\":\"N@EXAMPLE.com\",\"city\":\"Salem\",\"dlm\":\"1762503005\",\"id\":\"1\"}}"));
        assertThat(sandbox.records(0)).singleElement().satisfies(contact -> assertThat(contact)
                .containsEntry("city", "Salem"));
    }

    @Test
    void upsertMatchesByUniqueIdBeforeEmail() {
        sandbox.create(0, Map.of("unique_id", "first", "email", "one@example.com"));
        sandbox.create(0, Map.of("unique_id", "second", "email", "two@example.com"));

        JsonNode merged = upsert("{'objectID':0,'unique_id':'second','email':'one@example.com'}");

        assertThat(merged.get("attrs").get("id").textValue()).isEqualTo("2");
    }

    @Test
    void upsertMatchesByIdFirst() {
        sandbox.create(0, Map.of("email", "one@example.com"));
        sandbox.create(0, Map.of("email", "two@example.com"));

        JsonNode merged = upsert("{'objectID':0,'id':2,'city':'Bend'}");

        assertThat(merged.get("attrs").get("id").textValue()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'id':99", "'unique_id':'unknown'", "'id':99,'unique_id':'unknown'"})
    void anUnknownIdFallsBackToTheEmail(String unknown) {
        sandbox.create(0, Map.of("email", "one@example.com"));

        JsonNode merged = upsert("{'objectID':0," + unknown + ",'email':'one@example.com','city':'Bend'}");

        assertThat(merged.get("attrs").get("id").textValue()).isEqualTo("1");
        assertThat(sandbox.records(0)).hasSize(1);
        assertThat(upsert("{'objectID':0," + unknown + ",'email':'new@example.com'}")
                        .get("id")
                        .textValue())
                .as("created")
                .isEqualTo("2");
    }

    @Test
    void matchFieldsCompareAsText() {
        int type = sandbox.defineCustomObject("Projects", Map.of("code", SandboxField.unique("code", "Code")));
        sandbox.create(type, Map.of("code", "01"));

        assertThat(upsert("{'objectID':" + type + ",'code':'1'}").get("id").textValue())
                .isEqualTo("2");
        assertThat(api.form("POST", "/Tags", "tag_name", "1").status()).isEqualTo(200);
        assertThat(api.form("POST", "/Tags", "tag_name", "01").status()).isEqualTo(200);
        assertThat(api.form("POST", "/Tags", "tag_name", "01").status()).isEqualTo(400);
    }

    @Test
    void blanksOverwriteUnlessTheyAreIgnored() {
        sandbox.create(0, Map.of("email", "n@example.com", "city", "Bend", "title", "Owner"));

        upsert("{'objectID':0,'email':'n@example.com','city':'','ignore_blanks':true}");
        upsert("{'objectID':0,'email':'n@example.com','title':''}");

        assertThat(sandbox.find(0, 1).orElseThrow())
                .containsEntry("city", "Bend")
                .containsEntry("title", "");
    }

    @Test
    void upsertWithoutEmailCreates() {
        sandbox.create(0, Map.of("email", ""));

        assertThat(upsert("{'objectID':0,'email':'','city':'Bend'}").get("id").textValue())
                .isEqualTo("2");
    }

    @Test
    void upsertOfTagsMatchesByNameAndReturnsTheTagId() {
        JsonNode created =
                api.form("POST", "/Tags/saveorupdate", "tag_name", "VIP").data();
        JsonNode merged =
                api.form("POST", "/Tags/saveorupdate", "tag_name", "VIP").data();

        assertThat(created.get("tag_id").textValue()).isEqualTo("1");
        assertThat(merged.get("tag_id").textValue()).isEqualTo("1");
        assertThat(merged.get("attrs").get("tag_id").textValue()).isEqualTo("1");
        assertThat(created.has("attrs")).isFalse();
    }

    @Test
    void customObjectsMatchByTheirUniqueField() {
        int type = sandbox.defineCustomObject(
                "Projects",
                Map.of(
                        "f3000",
                        SandboxField.unique("f3000", "Code"),
                        "f3001",
                        SandboxField.of("f3001", "Title", "text")));
        sandbox.create(type, Map.of("f3000", "P1"));

        assertThat(upsert("{'objectID':" + type + ",'f3000':'P1','f3001':'x'}")
                        .get("attrs")
                        .get("id")
                        .textValue())
                .isEqualTo("1");
        assertThat(upsert("{'objectID':" + type + ",'f3000':'P2'}").get("id").textValue())
                .isEqualTo("2");
    }

    private JsonNode upsert(String body) {
        return api.json("POST", "/objects/saveorupdate", body).data();
    }
}
