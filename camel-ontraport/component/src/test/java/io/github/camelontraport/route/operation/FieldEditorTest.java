package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations readFields, createFields, updateFields and deleteField. */
class FieldEditorTest extends SandboxTestSupport {

    private static final String READ = "ontraport:contacts?operation=readFields";
    private static final String CREATE = "ontraport:contacts?operation=createFields";
    private static final String UPDATE = "ontraport:contacts?operation=updateFields";
    private static final String DELETE = "ontraport:contacts?operation=deleteField";
    private static final String PATH = "/objects/fieldeditor";

    /** A field as a bean. */
    public record Colour(String label, String type, boolean required, List<String> options) {}

    @Test
    void createsFieldsFromWhatPeopleWrite() {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("section", "Survey");
        section.put("description", "Spring");
        section.put(
                "fields",
                List.of(
                        new Colour("Colour", "drop", true, List.of("Red", "Blue")),
                        Map.of("alias", "Agreed", "type", "check")));

        Exchange created = send(CREATE, section);

        assertThat(created.getException()).isNull();
        assertThat(record(created))
                .containsEntry("success", Map.of("f1558", "Colour", "f1559", "Agreed"))
                .containsEntry("error", List.of());
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("POST " + PATH);
            assertThat(request.contentType()).startsWith("application/json");
            assertThat(request.body())
                    .isEqualTo("{\"objectID\":0,\"name\":\"Survey\",\"description\":\"Spring\",\"fields\":"
                            + "[[{\"alias\":\"Colour\",\"type\":\"drop\",\"required\":1,\"options\":{\"add\":[\"Red\",\"Blue\"]}},"
                            + "{\"alias\":\"Agreed\",\"type\":\"check\"}]]}");
        });
        assertThat(record(send("ontraport:contacts?operation=describe"))).containsKeys("f1558", "f1559");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"name":"S","fields":[[{"alias":"A","type":"text"}],[],[{"alias":"B","type":"sms"}]]} | [[{"alias":"A","type":"text"}],[],[{"alias":"B","type":"sms"}]]
            {"section":"S","fields":{"label":"A","type":"text","unique":true}}                   | [[{"alias":"A","type":"text","unique":1}]]
            {"section":"S","fields":[{"label":"A","type":"list","options":[],"required":null}]}  | [[{"alias":"A","type":"list"}]]
            {"section":"S","objectID":0,"fields":[{"alias":"A","type":"text","required":"0"}]}   | [[{"alias":"A","type":"text","required":0}]]
            """)
    void columnsListsAndSingleFieldsAreTaken(String body, String fields) {
        assertThat(send(CREATE, body).getException()).isNull();
        assertThat(sandbox().requests().get(0).body())
                .isEqualTo("{\"objectID\":0,\"name\":\"S\",\"fields\":" + fields + "}");
    }

    @Test
    void aSectionCanBeMadeWithoutFieldsAndForEveryType() {
        for (String type : List.of("contacts", "deals", "products", "notes")) {
            assertThat(send(
                                    "ontraport:" + type + "?operation=createFields",
                                    Map.of("section", "Later", "fields", List.of()))
                            .getException())
                    .isNull();
            assertThat(record(send("ontraport:" + type + "?operation=readFields", Map.of("section", "Later"))))
                    .containsEntry("name", "Later");
        }
        assertThat(sandbox().requests().get(0).body()).isEqualTo("{\"objectID\":0,\"name\":\"Later\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            createFields |                                                                   | needs a body such as
            createFields | {}                                                                | needs a body such as
            createFields | Survey                                                            | a text that is no JSON object
            createFields | {"fields":[{"alias":"A","type":"text"}]}                          | needs the section
            createFields | {"section":" ","fields":[{"alias":"A","type":"text"}]}            | section is empty
            createFields | {"section":"S","name":"T"}                                        | only one of section and name
            createFields | {"section":"S","feilds":[]}                                       | 'feilds' is not known. Did you mean 'fields'?
            createFields | {"section":"S","objectID":5}                                      | objectID 5 is not that of the endpoint, 0
            createFields | {"section":"S","fields":"A"}                                      | fields is no list of fields
            createFields | {"section":"S","fields":["A"]}                                    | fields[0] is no field
            createFields | {"section":"S","fields":[[],[],[],[]]}                            | 4 columns; a section has 3 at most
            createFields | {"section":"S","fields":[[{"alias":"A","type":"text"}],{"alias":"B","type":"text"}]} | fields[0] is no field
            createFields | {"section":"S","fields":[{"type":"text"}]}                        | fields[0]: a new field needs alias (its label) and type
            createFields | {"section":"S","fields":[[],[{"alias":"A"}]]}                     | fields[1][0]: a new field needs alias (its label) and type
            createFields | {"section":"S","fields":[{"alias":"A","type":"dorp"}]}            | type 'dorp' is not one of [check, country
            createFields | {"section":"S","fields":[{"alias":"A","type":"dorp"}]}            | Did you mean 'drop'?
            createFields | {"section":"S","fields":[{"alias":"A","type":"timestamp"}]}       | type 'timestamp' is not one of
            createFields | {"section":"S","fields":[{"alias":"A","type":"text","field":"f1"}]} | fields[0]: 'field' is not known
            createFields | {"section":"S","fields":[{"alias":"A","type":"text","required":"maybe"}]} | required: 'maybe' is neither true nor false
            createFields | {"section":"S","fields":[{"alias":"A","type":"text","options":["x"]}]} | options are for the types [drop, list], not for text
            createFields | {"section":"S","fields":[{"alias":"A","type":"drop","options":"x"}]}   | options are a list of labels
            createFields | {"section":"S","fields":[{"alias":"A","type":"drop","options":[""]}]}  | needs a list of one label or more
            createFields | {"section":"S","fields":[{"alias":"A","type":"drop","options":{"remove":["x"]}}]} | 'remove' is not known
            updateFields | {"fields":[{"field":"f1","alias":"A"}]}                           | needs the section
            updateFields | {"section":"S","fields":[{"alias":"A"}]}                          | named by field, such as f1558, or id
            updateFields | {"section":"S","fields":[{"id":0}]}                               | fields[0]: id: '0' is not an id
            updateFields | {"section":"S","fields":[{"field":"f1","options":["x"]}]}         | {"add": [labels]}
            updateFields | {"section":"S","fields":[{"field":"f1","options":"Red"}]}         | {"add": [labels]}
            updateFields | {"section":"S","fields":[{"field":"f1","options":{"replace":[]}}]} | options.replace needs a list of one label or more
            updateFields | {"section":"S","fields":[{"field":"f1","options":{"replce":["x"]}}]} | Did you mean 'replace'?
            updateFields | {"section":"S","fields":[{"field":"f1","type":"txt"}]}            | Did you mean 'text'?
            deleteField  |                                                                   | needs a body that names the field
            deleteField  | {}                                                                | names one field or section
            deleteField  | {"name":"S"}                                                      | names one field or section
            deleteField  | {"field":"f1","section":"S"}                                      | names one field or section
            deleteField  | {"field":" "}                                                     | field is empty
            deleteField  | ["f1","f2"]                                                       | names one field or section
            readFields   | {"id":5}                                                          | names one field or section
            """)
    void whatIsWrongIsFoundBeforeSending(String operation, String body, String words) {
        Exchange refused = send("ontraport:contacts?operation=" + operation, body);

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void readsAllSectionsOneSectionOrOneField() {
        send(CREATE, "{\"section\":\"Survey\",\"fields\":[{\"alias\":\"Colour\",\"type\":\"text\"}]}");

        Map<String, Object> all = record(send(READ));
        assertThat(all).containsOnlyKeys("1", "2");
        assertThat(sandbox().requests().get(1).query()).isEqualTo(Map.of("objectID", "0"));
        assertThat(record(send(READ, Map.of("section", "Survey")))).isEqualTo(all.get("2"));
        assertThat(record(send(READ, Map.of("field", "Colour")))).containsEntry("field", "f1558");
        assertThat(record(send(READ, "f1558"))).containsEntry("alias", "Colour");
        assertThat(record(send(READ, " "))).isEqualTo(all);
    }

    @Test
    void whatWasReadCanBeChangedAndSentBack() {
        send(CREATE, "{\"section\":\"Survey\",\"fields\":[{\"alias\":\"Colour\",\"type\":\"text\"}]}");
        Map<String, Object> section = record(send(READ, Map.of("section", "Survey")));
        section.put("description", "Autumn");

        Exchange updated = send(UPDATE, section);

        assertThat(updated.getException()).isNull();
        assertThat(record(updated)).isEqualTo(Map.of("success", Map.of("f1558", "Colour", "description", "Autumn")));
        assertThat(sandbox().requests().get(2).body())
                .isEqualTo("{\"objectID\":0,\"name\":\"Survey\",\"description\":\"Autumn\","
                        + "\"fields\":[[{\"field\":\"f1558\",\"id\":1558,\"alias\":\"Colour\",\"type\":\"text\",\"required\":0,"
                        + "\"unique\":0}],[],[]]}");
    }

    @Test
    void updatesFieldsByNameOrNumber() {
        sandbox().defineField(CONTACTS, SandboxField.choice("f9", "Tier", "drop", Map.of("1", "Silver")));
        sandbox().defineField(CONTACTS, SandboxField.of("f10", "Words", "text"));

        Exchange updated = send(
                UPDATE,
                Map.of(
                        "section",
                        "Contact Information",
                        "fields",
                        List.of(
                                Map.of("field", "f9", "options", Map.of("add", List.of("Gold"))),
                                Map.of("id", 10, "type", "longtext", "label", "Many words"))));

        assertThat(updated.getException()).isNull();
        assertThat(record(updated)).containsEntry("success", Map.of("f9", "Tier", "f10", "Many words"));
        assertThat(sandbox().requests().get(0).method()).isEqualTo("PUT");
        assertThat(record(send(READ, "f9"))).containsEntry("options", "Silver\nGold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1558", "{\"field\":\"f1558\"}", "{\"section\":\"Survey\"}"})
    void deletesAFieldOrASection(String body) {
        send(CREATE, "{\"section\":\"Survey\",\"fields\":[{\"alias\":\"Colour\",\"type\":\"text\"}]}");

        Exchange deleted = send(DELETE, body);

        assertThat(deleted.getException()).isNull();
        assertThat(deleted.getMessage().getBody()).isEqualTo(body);
        assertThat(deleted.getMessage().getHeaders()).containsEntry(OntraportConstants.ACKNOWLEDGEMENT, "Deleted");
        assertThat(sandbox().requests().get(1)).satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("DELETE " + PATH);
            assertThat(request.query()).containsEntry("objectID", "0").hasSize(2);
            assertThat(request.body()).isEmpty();
        });
        assertThat(record(send("ontraport:contacts?operation=describe"))).doesNotContainKey("f1558");
    }

    @Test
    void readingAndDeletingAreRepeatedAndWhatIsGoneIsDone() {
        sandbox().defineField(CONTACTS, SandboxField.of("f9", "Old", "text"));
        sandbox().faults().on("GET", PATH).status(500, "Oops");
        sandbox().faults().on("DELETE", PATH).dropConnectionAfterCommit();

        assertThat(send(READ).getMessage().getHeader(OntraportConstants.REQUESTS))
                .isEqualTo(2);
        Exchange deleted = send(DELETE, "f9");

        assertThat(deleted.getException()).isNull();
        assertThat(deleted.getMessage().getHeader(OntraportConstants.REQUESTS)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            createFields | {"section":"S","fields":[{"alias":"A","type":"text"}]}
            updateFields | {"section":"Contact Information","fields":[{"field":"f9","options":{"add":["A"]}}]}
            """)
    void writingIsNotRepeated(String operation, String body) {
        sandbox().defineField(CONTACTS, SandboxField.choice("f9", "Tier", "drop", Map.of("1", "Silver")));
        for (Runnable fault : Arrays.<Runnable>asList(
                () -> sandbox().faults().status(503, "Busy"),
                () -> sandbox().faults().dropConnectionAfterCommit(),
                () -> sandbox().faults().truncateBody(),
                () -> sandbox().faults().status(200, "no JSON"))) {
            int before = sandbox().requestCount();
            fault.run();
            Exchange failed = send("ontraport:contacts?operation=" + operation, body);
            assertThat(failed.getException())
                    .isInstanceOfSatisfying(OntraportException.class, failure -> assertThat(failure.isOutcomeUnknown())
                            .isTrue());
            assertThat(sandbox().requestCount()).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "1", "[]", "null", "{\"success\":[],\"error\":[]}", "{\"success\":{},\"error\":\"\"}"})
    void everySuccessIsOne(String data) {
        sandbox().faults().json(200, "{\"code\":0,\"data\":" + data + "}");

        Exchange created = send(CREATE, "{\"section\":\"S\",\"fields\":[{\"alias\":\"A\",\"type\":\"text\"}]}");

        assertThat(created.getException()).isNull();
        assertThat(record(created)).containsEntry("success", Map.of());
    }

    @Test
    void aRefusedFieldIsAnErrorThatNamesWhatWasDone() {
        sandbox()
                .faults()
                .json(
                        200,
                        "{\"code\":0,\"data\":{\"success\":{\"f1558\":\"A\"},\"error\":{\"B\":\"Duplicate label\"}}}");

        Exchange failed = send(
                CREATE,
                "{\"section\":\"S\",\"fields\":[{\"alias\":\"A\",\"type\":\"text\"},"
                        + "{\"alias\":\"B\",\"type\":\"text\"}]}");

        assertThat(failed.getException())
                .isInstanceOfSatisfying(OntraportException.class, failure -> assertThat(failure.isOutcomeUnknown())
                        .isFalse())
                .hasMessageContaining("done was {\"f1558\":\"A\"}, refused was: {\"B\":\"Duplicate label\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            []                                | 0
            {}                                | 0
            [{"id":1,"name":"Only"}]          | 1
            {"1":{"id":1},"4":{"id":4}}       | 2
            """)
    void sectionsAreAMapWhateverTheirShape(String data, int sections) {
        sandbox().faults().json(200, "{\"code\":0,\"data\":" + data + "}");

        assertThat(record(send(READ))).hasSize(sections);
    }

    @Test
    void aJsonNodeIsTakenToo() throws Exception {
        assertThat(send(
                                CREATE,
                                new ObjectMapper()
                                        .readTree(
                                                "{\"section\":\"S\",\"fields\":[{\"alias\":\"A\",\"type\":\"text\"}]}"))
                        .getException())
                .isNull();
    }
}
