package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.Clauses;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a polling client needs: keyset pages in a defined order, and counts. */
class PagingEndpointTest extends AccountTestBase {

    @Test
    void infoCountHonoursTheCondition() {
        contacts(100);

        assertThat(infoCount("id", ">", 5, "id", "<=", 90)).isEqualTo("85");
        assertThat(infoCount("id", ">", 100)).isEqualTo("0");
    }

    @Test
    void countIsIndependentOfThePage() {
        contacts(60);
        String condition = Clauses.all("id", ">", 5);

        for (String range : new String[] {"1", "50", "500"}) {
            assertThat(count("condition", condition, "range", range)).isEqualTo("55");
        }
        assertThat(count("condition", condition, "start", "500")).isEqualTo("55");
        assertThat(count("condition", condition, "ids", "4,5,6,7", "listFields", "id"))
                .isEqualTo("2");
    }

    @Test
    void pagesByTimeOfChangeAndThenById() {
        int[] times = {300, 100, 200, 200, 200, 100};
        for (int time : times) {
            sandbox.create(0, Map.of("dlm", time));
        }

        assertThat(ids("sort", "dlm")).isEqualTo("2,6,3,4,5,1");
        assertThat(ids("sort", "dlm", "condition", Clauses.all("dlm", ">=", 200)))
                .isEqualTo("3,4,5,1");
        assertThat(ids("sort", "id", "condition", Clauses.all("dlm", "=", 200, "id", ">", 3)))
                .isEqualTo("4,5");
        assertThat(ids("sort", "dlm", "sortDir", "desc", "range", "2")).isEqualTo("1,3");
    }

    private String infoCount(Object... clauses) {
        return api.get("/objects/getInfo", "objectID", "0", "condition", Clauses.all(clauses))
                .data()
                .get("count")
                .textValue();
    }

    private String count(String... query) {
        return api.get("/Contacts?count=true&" + ApiClient.encode(query))
                .json()
                .get("count")
                .textValue();
    }

    private String ids(String... query) {
        return api.get("/Contacts", query).ids();
    }

    private void contacts(int number) {
        for (int i = 0; i < number; i++) {
            sandbox.create(0, Map.of());
        }
    }
}
