package io.github.camelontraport.operation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {

    @Test
    void readsNamesParametersAndJoins() {
        assertThat(
                        RuleParser.parse(
                                " Is_in_category(2) | Is_subscribed_to_productsub(1);field_is_condition_fieldvalue(city,Equal To,Bend) "))
                .containsExactly(
                        Map.of("name", "Is_in_category", "params", List.of("2")),
                        Map.of("name", "Is_subscribed_to_productsub", "params", List.of("1"), "join", "or"),
                        Map.of("name", "field_is_condition_fieldvalue", "params", List.of("city", "Equal To", "Bend")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call_is_logged", "call_is_logged()", "call_is_logged();"})
    void elementsWithoutParametersCanBeWithoutBrackets(String text) {
        assertThat(RuleParser.parse(text)).containsExactly(Map.of("name", "call_is_logged", "params", List.of()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothingIsNoElement(String text) {
        assertThat(RuleParser.parse(text)).isEmpty();
    }

    @Test
    void bothWaysToPing() {
        assertThat(RuleParser.parse("Ping_APIURL(5);Ping_APIURL(https://example.com/[First Name]?a=1,2::b=3::1)"))
                .containsExactly(
                        Map.of("name", "Ping_APIURL", "params", List.of("5")),
                        Map.of(
                                "name",
                                "Ping_APIURL",
                                "params",
                                List.of("https://example.com/[First Name]?a=1,2", "b=3", "1")));
    }

    @Test
    void unknownElementsAndStrangeValuesAreReadAsTheyAre() {
        assertThat(RuleParser.parse("brand_new(a,,b);Change_field_to_fieldvalue(notes,call (again); soon,0)"))
                .containsExactly(
                        Map.of("name", "brand_new", "params", List.of("a", "", "b")),
                        Map.of(
                                "name",
                                "Change_field_to_fieldvalue",
                                "params",
                                List.of("notes", "call (again); soon", "0")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            a(1                | at character 4 there should be a closing bracket
            (1)                | at character 1 there should be the name of an element
            a(1);;b(2)         | at character 6 there should be the name of an element
            a(1) b(2)          | at character 6 there should be a semicolon or bar
            a(x :) y)          | at character 8 there should be a semicolon or bar
            """)
    void whatHasAnotherShapeIsRefused(String text, String problem) {
        assertThatThrownBy(() -> RuleParser.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(problem);
    }
}
