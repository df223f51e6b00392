package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteEndpointTest extends AccountTestBase {

    private static final String BEND =
            "[{'field':{'field':'city'},'op':'=','value':{'value':'Bend'}}]".replace('\'', '"');

    @BeforeEach
    void threeContacts() {
        sandbox.create(0, Map.of("city", "Bend"));
        sandbox.create(0, Map.of("city", "Salem"));
        sandbox.create(0, Map.of("city", "Bend"));
    }

    @Test
    void singleDeleteReturnsNoData() {
        assertThat(api.delete("/object", "objectID", "0", "id", "2").json())
                .isEqualTo(ApiClient.parse("{\"code\":0,\"account_id\":4711}"));
        assertThat(left()).isEqualTo("1,3");
        assertThat(api.delete("/Contact", "id", "2").status()).isEqualTo(404);
    }

    @Test
    void deletionByIdsIgnoresUnknownIds() {
        assertThat(api.delete("/objects", "objectID", "0", "ids", "1,77").data().textValue())
                .isEqualTo("Deleted");
        assertThat(api.json("DELETE", "/Contacts", "{'ids':[3]}").data().textValue())
                .isEqualTo("Deleted");
        assertThat(left()).isEqualTo("2");
    }

    @Test
    void unknownIdsAreASelection() {
        assertThat(api.json("DELETE", "/objects", "{'objectID':0,'ids':[[1]]}").status())
                .isEqualTo(400);
        assertThat(api.json("DELETE", "/objects", "{'objectID':0,'ids':{'0':1}}")
                        .status())
                .isEqualTo(400);
        assertThat(left()).isEqualTo("1,2,3");
    }

    @Test
    void deletesByCondition() {
        api.delete("/Contacts", "condition", BEND);
        assertThat(left()).isEqualTo("2");
    }

    @Test
    void idsOfZeroSelectByCondition() {
        api.delete("/Contacts", "ids", "0", "condition", BEND, "performAll", "1");
        assertThat(left()).isEqualTo("2");
    }

    @Test
    void idsOfZeroWithoutACriterionDeleteNothing() {
        api.delete("/Contacts", "ids", "0");
        assertThat(left()).isEqualTo("1,2,3");
    }

    @Test
    void deletionWithoutASelectionDeletesAllRecords() {
        api.delete("/objects", "objectID", "0");
        assertThat(left()).isEmpty();
    }

    @Test
    void emptyIdsAreNoSelection() {
        api.json("DELETE", "/objects", "{'objectID':0,'ids':[]}");
        assertThat(left()).isEmpty();
    }

    @Test
    void performAllWithGroupZeroIsEverything() {
        api.delete("/objects", "objectID", "0", "group_id", "0", "performAll", "true");
        assertThat(left()).isEmpty();
    }

    @Test
    void groupsNeedPerformAll() {
        long group = sandbox.create(3, Map.of("name", "Some", "type", 0));
        sandbox.addToGroup(group, 1, 2);
        String id = Long.toString(group);

        assertThat(api.delete("/Contacts", "group_id", id).text()).isEqualTo("Missing required parameter: performAll");
        api.delete("/Contacts", "group_id", id, "performAll", "true");

        assertThat(left()).isEqualTo("3");
    }

    @Test
    void idsAreNotReused() {
        sandbox.delete(0, 3);
        assertThat(sandbox.create(0, Map.of())).isEqualTo(4);
    }

    private String left() {
        return api.get("/Contacts").ids();
    }
}
