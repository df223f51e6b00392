package io.github.camelontraport.quarkus.it;

import static io.github.camelontraport.quarkus.it.Application.deliveries;
import static io.github.camelontraport.quarkus.it.Application.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the account of the Dev Service. */
@QuarkusTest
class RecordsTest {

    @Test
    void writesReadsAndDeletesARecord() {
        JsonPath created = send(
                "ontraport:contacts?operation=create",
                """
                {"firstname": "Ada", "email": "ada@example.org", "city": "Lagos"}""");
        String id = created.getString("headers.CamelOntraportObjectId");
        assertThat(created.getString("failure")).isNull();
        assertThat(id).isNotEmpty();

        send("ontraport:contacts?operation=update&recordId=" + id, "{\"city\": \"Accra\"}");
        JsonPath read = send("ontraport:contacts?operation=get&recordId=" + id);
        assertThat(read.getString("body.firstname")).isEqualTo("Ada");
        assertThat(read.getString("body.city")).isEqualTo("Accra");

        send("ontraport:contacts?operation=delete&recordId=" + id);
        assertThat(send("ontraport:contacts?operation=get&recordId=" + id).getMap(""))
                .containsEntry("body", null)
                .containsEntry("failure", null);
    }

    @Test
    void searchesTheExampleData() {
        int count = send("ontraport:contacts?operation=count").getInt("body");
        JsonPath found = send("ontraport:contacts?operation=search&pageSize=7&listFields=email&condition=id > 0");

        assertThat(count).isGreaterThanOrEqualTo(25);
        assertThat(found.getList("body.id")).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
        assertThat(found.getInt("headers.CamelOntraportRequests")).isGreaterThan(3);
    }

    @Test
    void streams() {
        int count = send("ontraport:contacts?operation=count").getInt("body");
        int before = deliveries().size();

        assertThat(send("direct:stream").getString("failure")).isNull();
        assertThat(deliveries()).hasSize(before + count);
    }

    @Test
    void describesAType() {
        assertThat(send("ontraport:contacts?operation=describe").getString("body.email.type"))
                .isEqualTo("email");
    }

    @Test
    void runsARouteInYaml() {
        JsonPath tagged = send("direct:welcome", "{\"email\": \"welcome@example.org\"}");

        assertThat(tagged.getString("failure")).isNull();
        assertThat(tagged.getList("body.email")).isEqualTo(List.of("welcome@example.org"));
    }

    @Test
    void makesAnyCall() {
        JsonPath info = send("ontraport:raw?path=/objects/getInfo&query.objectID=0");

        assertThat(info.getInt("body.count")).isPositive();
        assertThat(info.getInt("headers.CamelOntraportHttpStatus")).isEqualTo(200);
    }

    @Test
    void writesARuleFromListsAndReadsItAsLists() {
        JsonPath rule = send(
                "direct:rule",
                """
                {"object_type_id": 0, "name": "VIP",
                 "events": [{"name": "Contact_added_to_category", "params": [4]}],
                 "actions": [{"name": "Send_contact_an_emailmbs", "params": {"message": 57}}]}""");

        assertThat(rule.getString("failure")).isNull();
        assertThat(rule.getString("body.events[0].name")).isEqualTo("Contact_added_to_category");
        assertThat(rule.getString("body.actions[0].name")).isEqualTo("Send_contact_an_emailmbs");
    }
}
