package io.github.camelontraport.quarkus.it;

import static io.github.camelontraport.quarkus.it.Application.evaluate;
import static io.github.camelontraport.quarkus.it.Application.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Methods and classes that routes name as text: an executable must know each. */
@QuarkusTest
class ExpressionsTest {

    private static final Map<String, Object> OF_TWO_RECORDS = Map.ofEntries(
            Map.entry("${body.size}", 2), Map.entry("${body.isEmpty}", false),
            Map.entry("${body[1][id]}", "2"), Map.entry("${body.get(0).get('id')}", "1"),
            Map.entry("${body.subList(1, 2).size}", 1), Map.entry("${body.iterator.next[id]}", "1"),
            Map.entry("${body[0].keySet.toArray[0]}", "id"), Map.entry("${body[0].keySet().toArray()[0]}", "id"),
            Map.entry("${body[0].values.size}", 2), Map.entry("${body[0].entrySet.size}", 2),
            Map.entry("${body[0].containsKey('email')}", true), Map.entry("${body[0][id].length}", 1));

    @Test
    void methodsOfRecordsAndListsCanBeCalled() {
        Map<String, Object> told = new LinkedHashMap<>();
        OF_TWO_RECORDS.keySet().forEach(simple -> told.put(simple, ofTwoRecords(simple)));

        assertThat(told).containsExactlyInAnyOrderEntriesOf(OF_TWO_RECORDS);
    }

    @Test
    void aRecordCanBeChanged() {
        assertThat(send("direct:changed").getString("body.cc_id")).isEqualTo("1");
    }

    @Test
    void aStreamCanBeReadByHand() {
        assertThat(send("direct:peek").getString("body")).isEqualTo("1");
    }

    @Test
    void classesOfCamelCanBeNamed() {
        String message = UUID.randomUUID().toString();

        assertThat(send("direct:grouped").getList("body")).hasSize(2);
        assertThat(send("direct:once", message).getString("body")).isEqualTo("new");
        assertThat(send("direct:once", message).getString("body")).isEqualTo(message);
    }

    private static Object ofTwoRecords(String simple) {
        JsonPath told = evaluate(simple, "ontraport:contacts?operation=search&limit=2&listFields=id,email&sort=id");
        return told.getString("failure") == null ? told.get("body") : told.getString("failure");
    }
}
