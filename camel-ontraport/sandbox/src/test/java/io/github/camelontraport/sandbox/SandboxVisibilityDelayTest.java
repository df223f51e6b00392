package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.Clauses;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxVisibilityDelayTest extends AccountTestBase {

    @Test
    void writesCanBecomeVisibleLate() {
        sandbox.create(0, Map.of("city", "Bend"));
        sandbox.faults().visibilityDelay(Duration.ofSeconds(10));
        api.json("PUT", "/Contacts", "{'id':1,'city':'Salem'}");
        api.form("POST", "/Contacts");

        assertThat(cities()).isEqualTo(ApiClient.parse("[{\"city\":\"Bend\"}]"));
        assertThat(api.get("/Contact", "id", "2").status()).isEqualTo(404);
        assertThat(api.get("/Contacts/getInfo").data().get("count").textValue()).isEqualTo("1");
        assertThat(sandbox.records(0)).extracting(record -> record.get("city")).containsExactly("Salem", "");

        sandbox.clock().advance(Duration.ofSeconds(5));
        api.json("PUT", "/Contacts", "{'id':1,'city':'Eugene'}");
        sandbox.clock().advance(Duration.ofSeconds(5));
        assertThat(cities()).isEqualTo(ApiClient.parse("[{\"city\":\"Salem\"},{\"city\":\"\"}]"));

        sandbox.clock().advance(Duration.ofSeconds(5));
        assertThat(cities()).isEqualTo(ApiClient.parse("[{\"city\":\"Eugene\"},{\"city\":\"\"}]"));
    }

    @Test
    void countsMatchReads() {
        sandbox.create(0, Map.of("city", "Bend"));
        sandbox.faults().visibilityDelay(Duration.ofSeconds(10));
        sandbox.update(0, 1, Map.of("city", "Salem"));
        sandbox.create(0, Map.of("city", "Salem"));

        assertThat(countInSalem()).isEqualTo("0");
        sandbox.clock().advance(Duration.ofSeconds(10));
        assertThat(countInSalem()).isEqualTo("2");
    }

    @Test
    void definingAFieldKeepsHiddenRecordsHidden() {
        sandbox.faults().visibilityDelay(Duration.ofSeconds(10));
        sandbox.create(0, Map.of("city", "Bend"));

        sandbox.defineField(0, SandboxField.of("f1", "Colour", "text"));

        assertThat(cities()).isEmpty();
        sandbox.clock().advance(Duration.ofSeconds(10));
        assertThat(api.get("/Contacts", "listFields", "f1").data()).isEqualTo(ApiClient.parse("[{\"f1\":null}]"));
    }

    @Test
    void searchIgnoresHiddenNotes() {
        sandbox.create(0, Map.of());
        sandbox.faults().visibilityDelay(Duration.ofSeconds(10));
        sandbox.create(12, Map.of("contact_id", 1, "data", "Knows Ivo"));

        assertThat(api.get("/Contacts", "search", "Ivo", "searchNotes", "true").data())
                .isEmpty();
        sandbox.clock().advance(Duration.ofSeconds(10));
        assertThat(api.get("/Contacts", "search", "Ivo", "searchNotes", "true").ids())
                .isEqualTo("1");
    }

    private String countInSalem() {
        String condition = Clauses.all("city", "=", "Salem");
        String count = api.get("/Contacts", "condition", condition, "count", "true", "range", "1")
                .json()
                .get("count")
                .textValue();
        assertThat(api.get("/Contacts/getInfo", "condition", condition)
                        .data()
                        .get("count")
                        .textValue())
                .isEqualTo(count);
        return count;
    }

    private JsonNode cities() {
        return api.get("/Contacts", "listFields", "city").data();
    }
}
