package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.Clauses;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagSubscriberEndpointTest extends AccountTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"/TagSubscribers?", "/objects?objectID=138&"})
    void selectsSortsPagesAndCounts(String path) {
        sandbox.create(150, Map.of("name", "Stonework"));
        for (int i = 1; i <= 3; i++) {
            sandbox.create(0, Map.of());
            sandbox.addTag(0, i, "VIP");
            sandbox.addTag(0, i, "Lead");
        }
        sandbox.addTag(150, 1, "Supplier");

        assertThat(ids(path, "condition", Clauses.all("tag_id", "=", 1))).isEqualTo("1,3,5");
        assertThat(ids(path, "condition", Clauses.all("tag_id", "=", 1, "id", ">", 1), "sort", "id", "range", "1"))
                .isEqualTo("3");
        assertThat(ids(path, "condition", Clauses.all("object_type_id", "=", 150)))
                .isEqualTo("7");
        assertThat(ids(path, "object_type_id", "150")).isEqualTo("7");
        assertThat(ids(path, "object_type_id", "0", "condition", Clauses.all("tag_id", ">", 1)))
                .isEqualTo("2,4,6");
        assertThat(ids(path, "sort", "id", "sortDir", "desc", "range", "3", "start", "1"))
                .isEqualTo("6,5,4");
        assertThat(api.get(path + "listFields=id,tag_id,object_id&range=1&count=true&object_type_id=0")
                        .json())
                .isEqualTo(
                        ApiClient.parse(
                                """
                {"code":0,"data":[{"id":"1","tag_id":"1","object_id":"1"}],"count":"6","misc":[],"account_id":4711}"""));
        assertThat(infoCount("condition", Clauses.all("tag_id", "=", 1, "id", "<=", 3)))
                .isEqualTo("2");
        assertThat(infoCount("object_type_id", "150")).isEqualTo("1");
    }

    @Test
    void readsAndCountsShowReleasedRecordsOnly() {
        sandbox.create(0, Map.of());
        sandbox.addTag(0, 1, "VIP");
        sandbox.faults().visibilityDelay(Duration.ofSeconds(10));
        sandbox.addTag(0, 1, "Lead");

        sandbox.clock().advance(Duration.ofSeconds(9));
        assertShown("1");
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertShown("1,2");
    }

    @Test
    void theVisibilityDelayCountsFromTheEndOfTheTagDelay() {
        sandbox.create(0, Map.of());
        sandbox.faults().tagDelay(Duration.ofSeconds(20)).visibilityDelay(Duration.ofSeconds(10));
        sandbox.addTag(0, 1, "VIP");

        sandbox.clock().advance(Duration.ofSeconds(29));
        assertShown("");
        assertThat(sandbox.records(138)).hasSize(1);
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertShown("1");
    }

    private void assertShown(String ids) {
        String number = ids.isEmpty() ? "0" : Integer.toString(ids.split(",").length);
        assertThat(ids("/TagSubscribers?", "sort", "id")).isEqualTo(ids);
        assertThat(api.get("/TagSubscribers?count=true&range=1")
                        .json()
                        .get("count")
                        .textValue())
                .isEqualTo(number);
        assertThat(infoCount("object_type_id", "0")).isEqualTo(number);
    }

    private String ids(String path, String... query) {
        return api.get(path + ApiClient.encode(query)).ids();
    }

    private String infoCount(String... query) {
        return api.get("/TagSubscribers/getInfo", query).data().get("count").textValue();
    }
}
