package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectionReadEndpointTest extends AccountTestBase {

    @Test
    void rangeIsAtMostFifty() {
        contacts(53);

        assertThat(api.get("/Contacts", "range", "500").data()).hasSize(50);
        assertThat(api.get("/Contacts").data()).hasSize(50);
        assertThat(api.get("/Contacts", "start", "50").ids()).isEqualTo("51,52,53");
        assertThat(api.get("/Contacts", "start", "53").data()).isEqualTo(ApiClient.parse("[]"));
        assertThat(api.get("/Contacts", "range", "2", "start", "1").ids()).isEqualTo("2,3");
    }

    @Test
    void sortsNumbersAsNumbersAndTextWithoutCase() {
        sandbox.defineField(0, SandboxField.of("points", "Points", "numeric"));
        for (String number : List.of("10", "9", "100")) {
            String city = number.length() == 2 ? "bend" : "Austin";
            sandbox.create(0, Map.of("points", number, "zip", number, "city", city));
        }

        assertThat(api.get("/Contacts", "sort", "points").ids()).isEqualTo("2,1,3");
        assertThat(api.get("/Contacts", "sort", "points", "sortDir", "desc").ids())
                .isEqualTo("3,1,2");
        assertThat(api.get("/Contacts", "sort", "zip").ids()).as("as text").isEqualTo("1,3,2");
        assertThat(api.get("/Contacts", "sort", "city").ids()).isEqualTo("2,3,1");
        assertThat(api.get("/Contacts", "sort", "ctiy").status()).isEqualTo(400);
        assertThat(api.get("/Contacts", "sort", "zip", "sortDir", "down").status())
                .isEqualTo(400);
    }

    @Test
    void countIsTheNumberOfAllMatches() {
        contacts(3);

        JsonNode reply = api.get("/Contacts", "range", "1", "count", "true").json();

        assertThat(reply.get("count").textValue()).isEqualTo("3");
        assertThat(reply.get("misc")).isEmpty();
        assertThat(api.get("/Contacts").json().has("count")).isFalse();
    }

    @Test
    void listFieldsSelectsFields() {
        sandbox.create(0, Map.of("firstname", "Nora", "email", "n@example.com"));

        assertThat(api.get("/Contacts", "listFields", "email,nonsense,owner//lastname")
                        .data())
                .isEqualTo(ApiClient.parse("[{\"email\":\"n@example.com\",\"owner//lastname\":\"Owner\"}]"));
    }

    @Test
    void addsFieldsOfRelatedRecords() {
        sandbox.create(0, Map.of("firstname", "Nora"));
        sandbox.create(149, Map.of("name", "Big", "primary_contact", 1));
        sandbox.create(149, Map.of("name", "Small"));

        JsonNode deals = api.get("/Deals", "listFields", "id", "externs", "primary_contact//firstname,nonsense//x")
                .data();

        assertThat(deals)
                .isEqualTo(
                        ApiClient.parse(
                                "[{\"id\":\"1\",\"primary_contact//firstname\":\"Nora\"},{\"id\":\"2\",\"primary_contact//firstname\":null}]"));
    }

    @Test
    void recordsShowFieldsThatAreDefinedLater() {
        sandbox.create(0, Map.of());
        String field = sandbox.defineField(0, SandboxField.of(null, "Colour", "text"));

        assertThat(field).isEqualTo("f1558");
        assertThat(api.get("/Contacts", "listFields", "id,f1558").data())
                .isEqualTo(ApiClient.parse("[{\"id\":\"1\",\"f1558\":null}]"));
    }

    @Test
    void searchCoversTextFieldsAndOptionallyNotes() {
        sandbox.create(0, Map.of("lastname", "Müller"));
        sandbox.create(0, Map.of("city", "MÜLLheim"));
        sandbox.create(0, Map.of());
        sandbox.create(12, Map.of("contact_id", 3, "data", "Knows Müllers"));

        assertThat(api.get("/Contacts", "search", "müll").ids()).isEqualTo("1,2");
        assertThat(api.get("/Contacts", "search", "müll", "searchNotes", "true").ids())
                .isEqualTo("1,2,3");
    }

    @Test
    void selectsMembersOfGroupsByEitherName() {
        contacts(3);
        long group = sandbox.create(3, Map.of("name", "Some", "type", 0));
        sandbox.addToGroup(group, 1, 3, 99);
        String id = Long.toString(group);

        assertThat(api.get("/Contacts", "group_id", id).ids()).isEqualTo("1,3");
        assertThat(api.get("/Contacts", "group_ids", id).ids()).isEqualTo("1,3");
        assertThat(api.get("/Contacts", "group_id", "99").data()).isEmpty();
        assertThat(api.get("/Contacts/getInfo", "group_id", id)
                        .data()
                        .get("count")
                        .textValue())
                .isEqualTo("2");
        assertThat(api.get("/Group", "id", id).data().get("name").textValue()).isEqualTo("Some");
    }

    @Test
    void idsOfZeroReadAllRecords() {
        contacts(2);

        assertThat(api.get("/Contacts", "ids", "0", "sort", "id").ids()).isEqualTo("1,2");
        assertThat(api.get("/Contacts", "ids", "2,1,9").ids()).isEqualTo("1,2");
    }

    @Test
    void refusesInvalidParameters() {
        assertThat(api.get("/Contacts", "range", "many").status()).isEqualTo(400);
        assertThat(api.get("/Contacts", "start", "-1").status()).isEqualTo(400);
        assertThat(api.get("/Contacts", "ids", "1,x").status()).isEqualTo(400);
        assertThat(api.get("/objects").text()).isEqualTo("Missing required parameter: objectID");
        assertThat(api.get("/objects", "objectID", "9999").status()).isEqualTo(400);
        assertThat(api.get("/objects", "objectID", "99999999999999999999").status())
                .isEqualTo(400);
    }

    private void contacts(int number) {
        for (int i = 0; i < number; i++) {
            sandbox.create(0, Map.of());
        }
    }
}
