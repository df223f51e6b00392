package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SandboxHiddenRecordsTest extends AccountTestBase {

    @Test
    void recordsAreReleasedInAnyOrder() {
        long first = sandbox.createHidden(0, Map.of("city", "Bend"));
        long second = sandbox.createHidden(0, Map.of("city", "Salem"));

        assertShown("[]");
        assertThat(api.get("/Contact", "id", "1").status()).isEqualTo(404);
        assertThat(sandbox.records(0)).hasSize(2);
        sandbox.clock().advance(Duration.ofDays(1));
        assertShown("[]");
        sandbox.release(0, second);
        assertShown("[{'id':'2','city':'Salem'}]");
        sandbox.release(0, first);
        assertShown("[{'id':'1','city':'Bend'},{'id':'2','city':'Salem'}]");
    }

    @Test
    void readsShowTheFormerStateUntilRelease() {
        sandbox.create(0, Map.of("city", "Bend"));
        sandbox.clock().advance(Duration.ofSeconds(1));

        sandbox.updateHidden(0, 1, Map.of("city", "Salem"));
        sandbox.update(0, 1, Map.of("city", "Eugene"));
        api.json("PUT", "/Contacts", "{'id':1,'firstname':'Nora'}");

        assertShown("[{'id':'1','city':'Bend'}]");
        assertThat(api.get("/Contact", "id", "1").data().get("dlm").textValue()).isEqualTo("1762503000");
        sandbox.release(0, 1);
        assertShown("[{'id':'1','city':'Eugene'}]");
        assertThat(api.get("/Contact", "id", "1").data().get("firstname").textValue())
                .isEqualTo("Nora");
        assertThat(api.get("/Contact", "id", "1").data().get("dlm").textValue()).isEqualTo("1762503001");
    }

    @Test
    void releasedRecordsCanBeHiddenAgain() {
        sandbox.createHidden(0, Map.of("city", "Bend"));
        sandbox.release(0, 1);
        sandbox.release(0, 1);
        sandbox.update(0, 1, Map.of("city", "Salem"));
        assertShown("[{'id':'1','city':'Salem'}]");

        sandbox.updateHidden(0, 1, Map.of("city", "Eugene"));
        assertShown("[{'id':'1','city':'Salem'}]");
    }

    @Test
    void readsShowTheStateAtHiding() {
        sandbox.create(0, Map.of("city", "Bend"));
        sandbox.faults().visibilityDelay(Duration.ofSeconds(10));
        sandbox.update(0, 1, Map.of("city", "Salem"));
        sandbox.updateHidden(0, 1, Map.of("city", "Eugene"));

        assertShown("[{'id':'1','city':'Bend'}]");
        sandbox.clock().advance(Duration.ofSeconds(10));
        assertShown("[{'id':'1','city':'Salem'}]");
        sandbox.release(0, 1);
        assertShown("[{'id':'1','city':'Eugene'}]");
    }

    @Test
    void hiddenRecordsAreDeletedAtOnce() {
        sandbox.create(0, Map.of());
        sandbox.updateHidden(0, 1, Map.of("city", "Salem"));
        sandbox.delete(0, 1);

        assertShown("[]");
        assertThatThrownBy(() -> sandbox.release(0, 1)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void failedUpdatesDoNotHideRecords() {
        sandbox.create(0, Map.of("city", "Bend"));

        assertThatThrownBy(() -> sandbox.updateHidden(0, 1, Map.of("ctiy", "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.updateHidden(0, 2, Map.of())).isInstanceOf(NoSuchElementException.class);

        sandbox.update(0, 1, Map.of("city", "Salem"));
        assertShown("[{'id':'1','city':'Salem'}]");
    }

    private void assertShown(String contacts) {
        JsonNode reply =
                api.get("/Contacts", "listFields", "id,city", "count", "true").json();
        assertThat(reply.get("data")).isEqualTo(ApiClient.parse(contacts.replace('\'', '"')));
        assertThat(reply.get("count").asInt()).isEqualTo(reply.get("data").size());
    }
}
