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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateAndUpdateEndpointTest extends AccountTestBase {

    @Test
    void createAssignsAscendingIdsWithoutADuplicateCheck() {
        ApiClient.Answer first = api.json("POST", "/objects", "{'objectID':0,'email':'a@example.com'}");
        ApiClient.Answer second = api.form("POST", "/Contacts", "email", "a@example.com");

        assertThat(first.data().get("id").textValue()).isEqualTo("1");
        assertThat(second.data().get("id").textValue()).isEqualTo("2");
        assertThat(sandbox.records(0)).hasSize(2);
    }

    @Test
    void createSetsDatesOwnerAndUniqueId() {
        api.json("POST", "/objects", "{'objectID':0,'firstname':'Zoë'}");

        Map<String, Object> contact = sandbox.find(0, 1).orElseThrow();
        assertThat(contact)
                .containsEntry("firstname", "Zoë")
                .containsEntry("owner", "1")
                .containsEntry("date", "1762503000")
                .containsEntry("dlm", "1762503000")
                .containsEntry("email", null)
                .containsEntry("city", "")
                .containsEntry("birthday", "0");
        assertThat(contact.get("unique_id").toString()).isNotBlank();
    }

    @Test
    void ignoresUnknownAndReadOnlyFields() {
        ApiClient.Answer answer = api.json(
                "POST", "/objects", "{'objectID':0,'firstnam':'x','dlm':'5','unique_id':'mine','city':'Bend'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().fieldNames()).toIterable().containsExactly("city", "id", "owner", "use_utm_names");
        assertThat(sandbox.find(0, 1).orElseThrow())
                .containsEntry("dlm", "1762503000")
                .doesNotContainEntry("unique_id", "mine");
    }

    @Test
    void keepsValuesAsText() {
        sandbox.defineField(0, SandboxField.of("f1600", "Agreed", "check"));
        api.json("POST", "/objects", "{'objectID':0,'f1600':true,'zip':97201,'title':null}");

        assertThat(sandbox.find(0, 1).orElseThrow())
                .containsEntry("f1600", "1")
                .containsEntry("zip", "97201")
                .containsEntry("title", null);
    }

    @Test
    void updateEchoesTheChangesAndMovesDlmOnly() {
        sandbox.create(0, Map.of("firstname", "Nora", "city", "Bend"));
        sandbox.clock().advance(Duration.ofSeconds(90));

        JsonNode attrs = api.json("PUT", "/objects", "{'objectID':0,'id':1,'city':''}")
                .data()
                .get("attrs");

        assertThat(attrs).isEqualTo(ApiClient.parse("{\"city\":\"\",\"dlm\":\"1762503090\",\"id\":\"1\"}"));
        assertThat(sandbox.find(0, 1).orElseThrow())
                .containsEntry("firstname", "Nora")
                .containsEntry("city", "")
                .containsEntry("date", "1762503000")
                .containsEntry("dlm", "1762503090");
    }

    @Test
    void theSwitchLeavesUnchangedFieldsOutOfTheReply() {
        sandbox.create(0, Map.of("firstname", "Nora", "city", "Bend", "email", "nora@example.com"));
        String same = "{'objectID':0,'id':1,'email':'nora@example.com','city':'Bend','firstname':'Zoë'}";

        JsonNode all =
                api.json("PUT", "/objects", same.replace("Zoë", "Nora")).data().get("attrs");
        sandbox.faults().omitUnchanged(true);
        JsonNode updated = api.json("PUT", "/objects", same).data().get("attrs");
        JsonNode merged = api.json("POST", "/objects/saveorupdate", same).data().get("attrs");

        assertThat(all.fieldNames()).toIterable().containsExactlyInAnyOrder("email", "city", "firstname", "dlm", "id");
        assertThat(updated.fieldNames()).toIterable().containsExactlyInAnyOrder("firstname", "dlm", "id");
        assertThat(merged.fieldNames()).toIterable().containsExactlyInAnyOrder("dlm", "id");
    }

    @Test
    void idWinsOverUniqueId() {
        sandbox.create(0, Map.of("unique_id", "first"));
        sandbox.create(0, Map.of("unique_id", "second"));

        api.json("PUT", "/Contacts", "{'id':1,'unique_id':'second','city':'Bend'}");
        api.json("PUT", "/Contacts", "{'unique_id':'second','city':'Salem'}");

        assertThat(sandbox.records(0)).extracting(record -> record.get("city")).containsExactly("Bend", "Salem");
    }

    @Test
    void updateOfAnUnknownRecordIsRefused() {
        assertThat(api.json("PUT", "/objects", "{'objectID':0,'id':7}").text()).isEqualTo("Object not found");
        assertThat(api.json("PUT", "/objects", "{'objectID':0,'unique_id':'none'}")
                        .status())
                .isEqualTo(404);
        assertThat(api.json("PUT", "/objects", "{'objectID':0,'city':'Bend'}").status())
                .isEqualTo(400);
    }

    @Test
    void taskUpdatesHaveNoDlm() {
        sandbox.create(1, Map.of("subject", "Call"));

        JsonNode attrs = api.json("PUT", "/Tasks", "{'id':1,'date_due':1762600000}")
                .data()
                .get("attrs");

        assertThat(attrs).isEqualTo(ApiClient.parse("{\"date_due\":\"1762600000\",\"id\":\"1\"}"));
    }

    @Test
    void invalidEmailIsRefusedWithoutAChange() {
        ApiClient.Answer answer = api.form("POST", "/Contacts", "email", "nobody");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).isEqualTo("Invalid email address");
        assertThat(sandbox.records(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n@example.com\u00a0",
                "\u00a0n@example.com",
                "n@exam\u00a0ple.com",
                "n@example.com\u200b",
                "n@example.com\u3000",
                "n@example.com\ufeff",
                "n@example.com\n",
                "n@example.com\u0000",
                " n@example.com",
                "n@example.com ",
                "n o@example.com",
                ".n@example.com",
                "n.@example.com",
                "n..o@example.com",
                "n@example..com",
                "n@.example.com",
                "n@example.com.",
                "n@example",
                "n@@example.com",
                "@example.com",
                "n@example.com,o@example.com"
            })
    void invalidEmailsAreRefusedInEveryWrite(String email) {
        sandbox.create(0, Map.of("email", "known@example.com"));
        String escaped = email.replace("\u0000", "\\u0000").replace("\n", "\\n");

        assertThat(api.form("POST", "/Contacts", "email", email).status()).isEqualTo(422);
        assertThat(api.json("POST", "/objects", "{'objectID':0,'email':'" + escaped + "'}")
                        .status())
                .isEqualTo(422);
        assertThat(api.json("PUT", "/objects", "{'objectID':0,'id':1,'email':'" + escaped + "'}")
                        .status())
                .isEqualTo(422);
        assertThat(api.form("POST", "/Contacts/saveorupdate", "email", email).status())
                .isEqualTo(422);
        assertThat(sandbox.records(0)).singleElement().satisfies(contact -> assertThat(contact)
                .containsEntry("email", "known@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n@example.com",
                "nora.b+tag@mail.example.co.uk",
                "o'neil@example.com",
                "zoë@exämple.com",
                "n_1-2@ex-ample.com",
                "1@1.example"
            })
    void validEmailsAreAccepted(String email) {
        assertThat(api.form("POST", "/Contacts", "email", email).status()).isEqualTo(200);
        assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("email", email);
    }

    @ParameterizedTest
    @CsvSource({
        "+61 400 000 000, +61400000000",
        "+1 (541) 555-0100, +15415550100",
        "+15415550100, +15415550100",
        "0400 000 000, 0400 000 000",
        "+call me, +call me"
    })
    void internationalSmsNumbersAreNormalized(String written, String stored) {
        api.form("POST", "/Contacts", "sms_number", written, "office_phone", written);

        assertThat(sandbox.find(0, 1).orElseThrow())
                .containsEntry("sms_number", stored)
                .containsEntry("office_phone", written);
    }

    @Test
    void booleansInNumericFieldsAreNumbers() {
        api.json("POST", "/objects", "{'objectID':0,'bulk_mail':true,'status':false,'title':true}");

        assertThat(sandbox.find(0, 1).orElseThrow())
                .containsEntry("bulk_mail", "1")
                .containsEntry("status", "0")
                .containsEntry("title", "true");
    }

    @Test
    void tagNamesAreUniquePerType() {
        api.form("POST", "/Tags", "tag_name", "VIP");

        assertThat(api.form("POST", "/Tags", "tag_name", "vip").status()).isEqualTo(400);
        assertThat(api.form("POST", "/Tags", "tag_name", "VIP", "object_type_id", "150")
                        .status())
                .isEqualTo(200);
        assertThat(api.form("POST", "/Tags", "object_type_id", "0").text())
                .isEqualTo("Missing required parameter: tag_name");
    }

    @Test
    void tagsAreChangedByTheirOwnId() {
        sandbox.create(14, Map.of("tag_name", "Vip"));

        JsonNode attrs =
                api.json("PUT", "/Tags", "{'tag_id':1,'tag_name':'VIP'}").data().get("attrs");

        assertThat(attrs).isEqualTo(ApiClient.parse("{\"tag_name\":\"VIP\",\"tag_id\":\"1\"}"));
    }

    @Test
    void duplicatesInUniqueFieldsAreRefused() {
        int projects = sandbox.defineCustomObject("Projects", Map.of("f3000", SandboxField.unique("f3000", "Code")));
        sandbox.create(projects, Map.of("f3000", "P1"));
        sandbox.create(projects, Map.of("f3000", "P2"));
        String type = Integer.toString(projects);

        assertThat(api.form("POST", "/objects", "objectID", type, "f3000", "P1").status())
                .isEqualTo(400);
        assertThat(api.form("PUT", "/objects", "objectID", type, "id", "2", "f3000", "P1")
                        .status())
                .isEqualTo(400);
        assertThat(api.form("PUT", "/objects", "objectID", type, "id", "2", "f3000", "P2")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void actionsThatATypeLacksAreUnknownPaths() {
        assertThat(api.json("POST", "/objects", "{'objectID':46}").text()).isEqualTo("Invalid path and/or method");
        assertThat(api.json("POST", "/Transactions", "{}").status()).isEqualTo(404);
        assertThat(api.json("POST", "/contacts", "{}").status()).isEqualTo(404);
        assertThat(api.json("PATCH", "/Contacts", "{}").status()).isEqualTo(404);
    }

    @Test
    void createReturnsAnIntegerIdAndUpdateText() {
        JsonNode created = api.json("POST", "/message", "{'type':'sms','name':'Hi','objectID':0,'message_body':'x'}")
                .data();
        JsonNode updated = api.form("PUT", "/message", "id", "1", "type", "sms", "alias", "Hello")
                .data();

        assertThat(created).isEqualTo(ApiClient.parse("{\"id\":1,\"date\":\"1762503000\"}"));
        assertThat(updated).isEqualTo(ApiClient.parse("{\"id\":\"1\",\"date\":\"1762503000\"}"));
        assertThat(sandbox.find(7, 1).orElseThrow()).containsEntry("alias", "Hello");
        assertThat(api.json("POST", "/message", "{'name':'Hi'}").status()).isEqualTo(400);
    }
}
