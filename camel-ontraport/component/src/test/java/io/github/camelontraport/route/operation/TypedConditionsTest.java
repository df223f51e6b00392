package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.support.SandboxTestSupport;
import io.github.camelontraport.support.TypedAccount;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What conditions in typed format compare each kind of field with. */
class TypedConditionsTest extends SandboxTestSupport {

    private static final String SEARCH = "ontraport:contacts?operation=search&fieldFormat=typed";

    @BeforeEach
    void fields() {
        TypedAccount.onContacts(sandbox());
    }

    private Exchange search(String condition) {
        return send(SEARCH, null, Map.of(OntraportConstants.CONDITION, condition));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f1559 = 'Chess'", "f1559 = 9", "f1559 = '9'", "f1559 IN ('Chess')", "\"Interests\" = 'Chess'",
                "f1559 LIKE '%*/*9*/*%'", "f1558 LIKE '2%'", "f1560 = 1", "f1561 > 19.9", "f1561 = '19.95'",
                "f1563 <> '0'"
            })
    void theRecordIsFound(String condition) {
        sandbox().create(CONTACTS, Map.of("f1558", "1", "f1559", "*/*5*/*", "f1560", "0", "f1561", "1", "f1563", "0"));
        long id = sandbox()
                .create(
                        CONTACTS,
                        Map.of(
                                "f1558",
                                "2",
                                "f1559",
                                "*/*5*/*9*/*",
                                "f1560",
                                "1",
                                "f1561",
                                "19.95",
                                "f1563",
                                "1772323200"));

        Exchange found = search(condition);

        assertThat(found.getException()).isNull();
        assertThat(records(found)).singleElement().satisfies(record -> assertThat(record)
                .containsEntry("id", Long.toString(id)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"f1558 = ''", "f1558 = '0'", "f1559 = ''", "f1563 = ''", "f1563 = '0'", "f1562 = ''"})
    void unsetValuesCanBeComparedWith(String condition) {
        assertThat(search(condition).getException()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f1559 <> 'Chess'                | Compare it with = and one option, which",
                "f1559 IN ('Chess', 'Hiking')    | Compare it with = and one option, which",
                "f1559 NOT IN ('Chess')          | Compare it with = and one option, which",
                "f1559 LIKE 'Che%'               | Compare it with = and a whole value",
                "f1558 LIKE 'Bl%'                | Compare it with = and a whole value",
                "f1563 LIKE '2026-%'             | Compare it with = and a whole value",
                "f1558 > 'Red'                   | Compare it with = or IN",
                "f1564 = '2026-03-01'            | Compare it with >= and <",
                "f1563 > 1980                    | takes a date or time",
                "f1563 > 19800101                | takes a date or time",
                "f1562 = 'many'                  | takes a number",
                "f1561 > '19,95'                 | takes a number",
                "f1560 = 'yes'                   | takes true or false",
                "f1563 > '2026'                  | takes a date or time",
                "f1563 > 1772323200000           | in whole Unix seconds",
                "owner = 'Ada Byron'             | takes the id of a record in a condition"
            })
    void whatNoRecordCanMeetIsRefused(String condition, String message) {
        Exchange refused = search(condition);

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(message);
        assertThat(sandbox().requests()).allMatch(request -> request.path().endsWith("/meta"));
    }

    @Test
    void aNumberIsAnIdAndATextALabel() {
        sandbox().defineField(CONTACTS, SandboxField.choice("f1571", "Size", "drop", Map.of("1", "2", "2", "Large")));
        long labelled = sandbox().create(CONTACTS, Map.of("f1571", "1"));
        long numbered = sandbox().create(CONTACTS, Map.of("f1571", "2"));

        assertThat(records(search("f1571 = '2'"))).extracting("id").containsExactly(Long.toString(labelled));
        assertThat(records(search("f1571 = 2"))).extracting("id").containsExactly(Long.toString(numbered));
        assertThat(records(search("f1571 IN (2)"))).extracting("id").containsExactly(Long.toString(numbered));
        assertThat(records(search("f1571 IN ('2')"))).extracting("id").containsExactly(Long.toString(labelled));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1563 < '1980-01-01'", "f1563 <= '1980-01-01'"})
    void anUnsetDateIsBeforeNoDay(String condition) {
        sandbox().create(CONTACTS, Map.of("f1563", "0"));
        sandbox().create(CONTACTS, Map.of("f1563", ""));
        sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        long inThe70s = sandbox().create(CONTACTS, Map.of("f1563", "86400"));
        long inThe60s = sandbox().create(CONTACTS, Map.of("f1563", "-86400"));

        assertThat(records(search(condition)))
                .extracting("id")
                .containsExactlyInAnyOrder(Long.toString(inThe70s), Long.toString(inThe60s));
    }

    @Test
    void aNameInQuotesThatIsAKeyAndAnotherLabelIsRefused() {
        sandbox().defineField(CONTACTS, SandboxField.of("f1570", "city", "text"));

        assertThat(search("\"city\" = 'Rome'").getException())
                .hasMessageContaining("'city' is the label of field f1570 and the key of another");
    }
}
