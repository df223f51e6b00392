package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A header that selects records is refused by every operation that does not read it, so that no other record is taken. */
class UnreadSelectorsTest extends SandboxTestSupport {

    private static final List<Parameter> SELECTORS = List.of(
            Parameter.RECORD_ID,
            Parameter.IDS,
            Parameter.EMAIL,
            Parameter.UNIQUE_ID,
            Parameter.CONDITION,
            Parameter.SEARCH,
            Parameter.GROUP_ID);

    static Stream<Arguments> unread() {
        return Operations.all().stream().flatMap(row -> SELECTORS.stream()
                .filter(selector -> !row.parameters().contains(selector))
                .map(selector -> Arguments.of(row, selector)));
    }

    @ParameterizedTest
    @MethodSource("unread")
    void isRefusedBeforeAnythingIsSent(Operation row, Parameter selector) {
        String uri = row.isRaw()
                ? "ontraport:raw?method=DELETE&path=/Contact"
                : "ontraport:" + type(row) + "?operation=" + row.name();
        Map<String, Object> absent = new HashMap<>();
        absent.put(selector.header(), null);

        for (Map<String, Object> headers : List.of(Map.<String, Object>of(selector.header(), "3"), absent)) {
            Exchange refused = send(uri, Map.of("id", 9), headers);

            assertThat(refused.getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("Header " + selector.header() + " selects records, but operation "
                            + row.name() + " does not read it");
            assertThat(refused.getMessage().getHeaders()).containsKey(selector.header());
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "search", "describe"})
    void anOptionThatTheOperationOfTheHeaderDoesNotReadIsRefused(String operation) {
        for (String option : List.of("recordId=3", "uniqueId=abc", "email=a@example.com")) {
            Exchange refused = send(
                    "ontraport:contacts?" + option, Map.of("id", 9), Map.of(OntraportConstants.OPERATION, operation));

            assertThat(refused.getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("selects records, but operation " + operation);
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    /** They would be passed over, and all records that the condition selects would be changed. */
    @ParameterizedTest
    @CsvSource({"deleteAll,", "tag, tagIds=1", "untag, tagIds=1", "addToSequence, sequences=1"})
    void aChangeOfSomeOfTheSelectedRecordsIsRefused(String operation, String option) {
        String uri = "ontraport:contacts?condition=city = 'Bend'" + (option == null ? "" : "&" + option);
        for (Parameter range : List.of(Parameter.LIMIT, Parameter.START)) {
            Exchange refused = send(uri, null, Map.of(OntraportConstants.OPERATION, operation, range.header(), 1));

            assertThat(refused.getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("Header " + range.header() + " selects some of the records");
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    private static String type(Operation row) {
        return row.capability().filter(Capability::isSpecial).isEmpty()
                ? row.capability().filter(ObjectTypes.CONTACT::allows).isPresent() ? "contacts" : "tags"
                : ObjectTypes.allowing(row.capability().get()).get(0).plural();
    }
}
