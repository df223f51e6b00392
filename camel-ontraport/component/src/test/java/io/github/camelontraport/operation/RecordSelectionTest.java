package io.github.camelontraport.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordSelectionTest {

    private final OperationFixture fixture = new OperationFixture();

    private List<Long> ids(Object body) {
        return RecordSelection.ids(fixture.context(ObjectTypes.CONTACT, body))
                .toCompletableFuture()
                .join();
    }

    @Test
    void idsInTheBodyAreEachTakenOnce() {
        assertThat(ids(List.of(3, "2", Map.of("id", 3L)))).containsExactly(3L, 2L);
        assertThat(fixture.sent).isEmpty();
    }

    @Test
    void anEmptyListSelectsNoRecord() {
        assertThat(ids(List.of())).isEmpty();
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThatThrownBy(() -> ids(null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("No record is selected");
    }

    @Test
    void idsBesideAConditionAreRefused() {
        fixture.header(Parameter.IDS, "1").header(Parameter.CONDITION, "city = 'Bend'");

        assertThatThrownBy(() -> ids(null)).hasMessageContaining("only one of them");
    }

    @Test
    void aConditionIsReadIntoIdsAndChecked() {
        fixture.header(Parameter.CONDITION, "city = 'Bend'")
                .reply("[{\"id\":\"4\",\"city\":\"Bend\"},{\"id\":\"7\",\"city\":\"Bend\"}]");

        assertThat(ids(null)).containsExactly(4L, 7L);
        assertThat(fixture.requests()).singleElement().asString().startsWith("GET /objects?");
    }

    @Test
    void aRecordThatDoesNotMatchMeansThatTheServerIgnoredTheCondition() {
        fixture.header(Parameter.CONDITION, "city = 'Bend'")
                .reply("[{\"id\":\"4\",\"city\":\"Bend\"},{\"id\":\"7\",\"city\":\"Salem\"}]");

        assertThatThrownBy(() -> ids(null))
                .hasCauseInstanceOf(ApiException.class)
                .hasMessageContaining("record 7, which does not match the condition. Nothing was changed");
    }

    @Test
    void aRecordWithoutTheFieldCannotBeChecked() {
        fixture.header(Parameter.CONDITION, "city = 'Bend'").reply("[{\"id\":\"4\"}]");

        assertThatThrownBy(() -> ids(null)).hasMessageContaining("record 4, in which the condition cannot be checked");
    }
}
