package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.support.SandboxTestSupport;
import io.github.camelontraport.support.TypedAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in the words of people: typed values and labels, in every operation that reads or writes records. */
class TypedValuesTest extends SandboxTestSupport {

    private static final String TYPED = "&fieldFormat=typed";
    private static final String LABELLED = TYPED + "&fieldNames=label";
    private static final Instant VISIT = Instant.parse("2026-02-03T04:05:06Z");

    private int courses;

    @BeforeEach
    void fields() {
        TypedAccount.onContacts(sandbox());
        courses = TypedAccount.customObject(sandbox(), "Course");
    }

    private static Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("Favourite colour", "Blue");
        words.put("Interests", List.of("Hiking", "Rock & roll, <b>live</b>"));
        words.put("Newsletter", true);
        words.put("Budget", new BigDecimal("19.95"));
        words.put("Score", 12L);
        words.put("Wedding day", LocalDate.of(2026, 3, 1));
        words.put("Last visit", VISIT);
        words.put("Remarks", "plain");
        return words;
    }

    private static Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("f1558", "2");
        wire.put("f1559", "*/*5*/*11*/*");
        wire.put("f1560", "1");
        wire.put("f1561", "19.95");
        wire.put("f1562", "12");
        wire.put("f1563", "1772323200");
        wire.put("f1564", Long.toString(VISIT.getEpochSecond()));
        wire.put("f1565", "plain");
        return wire;
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "Course"})
    void wordsAreWrittenInWireFormAndReadBack(String type) {
        Exchange created = send("ontraport:" + type + "?operation=create" + LABELLED, words());

        assertThat(created.getException()).isNull();
        assertThat(sandbox().find(type.equals("Course") ? courses : CONTACTS, id(created)))
                .hasValueSatisfying(stored -> assertThat(stored).containsAllEntriesOf(wire()));
        Exchange read = send("ontraport:" + type + "?operation=get" + LABELLED, id(created));
        assertThat(record(read)).containsAllEntriesOf(words()).containsEntry("id", Long.toString(id(created)));
    }

    @Test
    void keysAreReadAsTypedValuesToo() {
        long id = sandbox().create(CONTACTS, wire());

        Exchange read = send("ontraport:contacts?operation=get" + TYPED, id);

        assertThat(record(read))
                .containsEntry("f1558", "Blue")
                .containsEntry("f1563", LocalDate.of(2026, 3, 1))
                .containsEntry("f1564", VISIT)
                .containsEntry("f1560", true)
                .containsEntry("f1562", 12L)
                .containsEntry("f1561", new BigDecimal("19.95"));
        assertThat(record(read).get("date")).isInstanceOf(Instant.class);
        assertThat(record(read)).containsEntry("owner", 1L);
    }

    @Test
    void labelsWithoutTypesKeepTheWireForm() {
        long id = sandbox().create(CONTACTS, wire());

        assertThat(record(send("ontraport:contacts?operation=get&fieldNames=label", id)))
                .containsEntry("Favourite colour", "2")
                .containsEntry("Wedding day", "1772323200");
    }

    @Test
    void unsetIsNullAndEmptyTextStaysEmpty() {
        Map<String, Object> unset = new HashMap<>();
        wire().keySet().forEach(key -> unset.put(key, key.equals("f1565") ? "" : "0"));
        long id = sandbox().create(CONTACTS, unset);

        assertThat(record(send("ontraport:contacts?operation=get" + LABELLED, id)))
                .containsEntry("Favourite colour", null)
                .containsEntry("Interests", null)
                .containsEntry("Newsletter", false)
                .containsEntry("Score", 0L)
                .containsEntry("Wedding day", null)
                .containsEntry("Last visit", null)
                .containsEntry("Remarks", "");
    }

    @Test
    void everyReadingOperationGivesTheForm() throws Exception {
        long id = sandbox().create(CONTACTS, wire());
        sandbox().addTag(CONTACTS, id, "VIP");

        List<Map<String, Object>> found = List.of(
                records(send("ontraport:contacts?operation=search" + LABELLED)).get(0),
                records(send("ontraport:contacts?operation=listByTag&tags=VIP" + LABELLED))
                        .get(0),
                record(send("ontraport:contacts?operation=get&batchDelay=1" + LABELLED, id)),
                streamed("ontraport:contacts?operation=search&streaming=true" + LABELLED));

        assertThat(found).allSatisfy(record -> assertThat(record).containsAllEntriesOf(words()));
    }

    /** The stream ends with its exchange, so it is read inside a route. */
    private Map<String, Object> streamed(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:streamed").to(uri).split(body()).streaming().to("mock:streamed");
            }
        });
        template.sendBody("direct:streamed", null);
        return record(getMockEndpoint("mock:streamed").getExchanges().get(0));
    }

    @Test
    void metadataIsReadOnceForAllEndpoints() {
        long id = sandbox().create(CONTACTS, wire());
        sandbox().forgetRequests();

        assertThat(send("ontraport:contacts?operation=get" + LABELLED, id)
                        .getMessage()
                        .getHeaders())
                .containsEntry(OntraportConstants.REQUESTS, 2);
        send("ontraport:contacts?operation=get" + TYPED, id);
        send("ontraport:contacts?operation=update" + LABELLED, Map.of("id", id, "Favourite colour", "Red"));

        assertThat(sandbox().requests().stream().map(request -> request.path()))
                .containsExactly("/object", "/objects/meta", "/object", "/objects");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f1558 | Blue                     | 2",
                "f1558 | 2                        | 2",
                "f1558 | 'Sky, \"pale\" 🌤'        | 3",
                "f1559 | Hiking                   | */*5*/*",
                "f1559 | Hiking, Chess            | */*5*/*9*/*",
                "f1559 | 'Rock & roll, <b>live</b>' | */*11*/*",
                "f1559 | */*5*/*9*/*              | */*5*/*9*/*",
                "f1560 | true                     | 1",
                "f1560 | 0                        | 0",
                "f1561 | 19.95                    | 19.95",
                "f1563 | 2026-03-01               | 1772323200",
                "f1563 | 1772323200               | 1772323200",
                "f1564 | 2026-02-03T04:05:06Z     | 1770091506",
                "f1564 | 2026-02-03T05:05:06+01:00 | 1770091506",
                "f1564 | 2026-02-03 04:05:06      | 1770091506",
                "f1558 | ''                       | ''"
            })
    void textsOfPeopleAreAccepted(String key, String text, String written) {
        Exchange created = send("ontraport:contacts?operation=create" + TYPED, Map.of(key, text, "city", "Bend"));

        assertThat(created.getException()).isNull();
        assertThat(sandbox().find(CONTACTS, id(created)))
                .hasValueSatisfying(stored -> assertThat(stored).containsEntry(key, written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Favourite colour | Bleu        | 'Favourite colour' (f1558): 'Bleu' is none of its options. Did you mean 'Blue'?",
                "Favourite colour | 7           | is none of its options. It has [",
                "Interests        | Hiking, Gym | 'Gym' is none of its options",
                "Newsletter       | maybe       | takes true or false",
                "Budget           | 19,95       | takes a number, such as 19.95, not the text '19,95'",
                "Score            | many        | takes a number",
                "Wedding day      | 03/01/2026  | takes a date or time, such as 2026-03-01",
                "Wedding day      | 2026-02-30  | takes a date or time",
                "Favorite colour  | Blue        | Field 'Favorite colour' is none of the fields of contacts. Did you mean 'Favourite colour'?"
            })
    void whatDoesNotFitIsRefusedBeforeAnythingIsSent(String label, String text, String message) {
        Exchange refused = send("ontraport:contacts?operation=create" + LABELLED, Map.of(label, text));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(message);
        assertThat(sandbox().requests()).allMatch(request -> request.path().endsWith("/meta"));
    }

    /** The key of a field whose label is far from all of the names is "dla". */
    @ParameterizedTest
    @CsvSource({
        "ula,  Did you mean 'ela'?",
        "dlaa, Did you mean 'dla'?",
        "Plan, They are ",
        "Firstname, Did you mean 'firstname'?",
        "First-Name, Did you mean 'First Name'?"
    })
    void anUnknownNameIsAnsweredWithANearLabelOrElseKey(String name, String hint) {
        sandbox().defineField(CONTACTS, SandboxField.of("f1570", "ela", "text"));

        Exchange refused = send("ontraport:contacts?operation=create" + LABELLED, Map.of(name, "x"));

        assertThat(refused.getException())
                .hasMessageContaining("Field '" + name + "' is none of the fields of contacts. " + hint);
    }

    @Test
    void aSharedLabelReadsAsKeyAndIsRefusedOnWrite() {
        sandbox().defineField(CONTACTS, SandboxField.of("f1570", "Remarks", "text"));
        long id = sandbox().create(CONTACTS, Map.of("f1565", "a", "f1570", "b"));

        assertThat(record(send("ontraport:contacts?operation=get" + LABELLED, id)))
                .containsEntry("f1565", "a")
                .containsEntry("f1570", "b");
        assertThat(send("ontraport:contacts?operation=create" + LABELLED, Map.of("Remarks", "x"))
                        .getException())
                .hasMessageContaining("'Remarks' is the label of several fields; use one of the keys [f1565, f1570]");
    }

    @Test
    void optionsThatShareALabelReadAsIds() {
        sandbox()
                .defineField(
                        CONTACTS,
                        SandboxField.choice("f1571", "Size", "drop", Map.of("1", "L", "2", "L", "3", "1", "4", "XL")));
        for (String option : List.of("1", "2", "3", "4")) {
            long id = sandbox().create(CONTACTS, Map.of("f1571", option));
            Object read = record(send("ontraport:contacts?operation=get" + LABELLED, id))
                    .get("Size");

            Exchange written = send("ontraport:contacts?operation=create" + LABELLED, Map.of("Size", read));

            assertThat(sandbox().find(CONTACTS, id(written)))
                    .as("option " + option + " read as " + read)
                    .hasValueSatisfying(stored -> assertThat(stored).containsEntry("f1571", option));
        }
        assertThat(send("ontraport:contacts?operation=create" + LABELLED, Map.of("Size", "L"))
                        .getException())
                .hasMessageContaining("has several options 'L'; give one of their ids as a number: ");
    }

    @Test
    void aValueThatCannotBeReadStaysAsItIs() {
        long id = sandbox().create(CONTACTS, Map.of("f1558", "77", "f1562", "many", "f1559", "*/*5*/*78*/*"));

        assertThat(record(send("ontraport:contacts?operation=get" + LABELLED, id)))
                .containsEntry("Favourite colour", "77")
                .containsEntry("Score", "many")
                .containsEntry("Interests", List.of("Hiking", "78"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Favourite colour\" = 'Blue'",
                "f1558 = 'Blue'",
                "f1558 IN ('Blue', 'Red')",
                "\"Wedding day\" = '2026-03-01'",
                "\"Last visit\" > '2026-02-03' AND \"Favourite colour\" <> 'Red'",
                "Newsletter = 'true'"
            })
    void conditionsTakeLabelsAndTypedValues(String condition) {
        long id = sandbox().create(CONTACTS, wire());
        sandbox().create(CONTACTS, Map.of("f1558", "3", "f1560", "0"));

        Exchange found = send(
                "ontraport:contacts?operation=search" + LABELLED,
                null,
                Map.of(OntraportConstants.CONDITION, condition));

        assertThat(found.getException()).isNull();
        assertThat(records(found)).hasSize(1);
        assertThat(records(found).get(0)).containsEntry("id", Long.toString(id));
    }

    @Test
    void aLabelInAConditionNeedsNoFormat() {
        long id = sandbox().create(CONTACTS, wire());

        Exchange found = send("ontraport:contacts?operation=search&condition=\"Favourite colour\" = 2");

        assertThat(records(found)).singleElement().satisfies(record -> assertThat(record)
                .containsEntry("id", Long.toString(id))
                .containsEntry("f1558", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f1558 = 'Bleu'              | " + LABELLED + " | Did you mean 'Blue'?",
                "\"Favorite colour\" = 'Blue'  | " + LABELLED + " | Did you mean 'Favourite colour'?",
                "f1559x = 'Blue'             | " + TYPED + "    | Did you mean 'f1559'?",
                "f1563 = '2026-03-01'        | ''              | 'Wedding day' (f1563) is a date, which the API keeps as Unix seconds",
                "f1558 = 'Blue'              | ''              | has the option 'Blue', but in raw format it takes the id, 2",
                "f1558 <> 'Blue'             | ''              | has the option 'Blue', but in raw format it takes the id, 2",
                "f1558 IN ('Blue', '3')      | ''              | has the option 'Blue', but in raw format it takes the id, 2",
                "date > '2026-03-01'         | ''              | 'Date Added' (date) is a date, which the API keeps as Unix seconds",
                "f1558 = 'Blue'              | &fieldNames=label | has the option 'Blue', but in raw format it takes the id, 2",
                "Favourite colour = 'Blue'   | " + LABELLED + " | A label of several words stands in double quotes"
            })
    void aConditionIsCheckedBeforeItIsSent(String condition, String format, String message) {
        Exchange refused = send(
                "ontraport:contacts?operation=search" + format, null, Map.of(OntraportConstants.CONDITION, condition));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(message);
        assertThat(sandbox().requests()).allMatch(request -> request.path().endsWith("/meta"));
    }

    @Test
    void listFieldsAndSortTakeLabels() {
        sandbox().create(CONTACTS, Map.of("f1562", "1", "f1558", "1"));
        sandbox().create(CONTACTS, Map.of("f1562", "2", "f1558", "2"));

        Exchange found = send("ontraport:contacts?operation=search&listFields=Favourite colour,Score&sort=Score"
                + "&sortDir=desc" + LABELLED);

        assertThat(records(found)).extracting("Favourite colour").containsExactly("Blue", "Red");
        assertThat(records(found).get(0)).containsOnlyKeys("id", "Favourite colour", "Score");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Byron", "ada@example.com", "2"})
    void anOwnerMayBeWrittenByNameOrAddress(String owner) {
        long user = sandbox().create(2, Map.of("firstname", "Ada", "lastname", "Byron", "email", "ada@example.com"));

        Exchange created = send(
                "ontraport:contacts?operation=create" + LABELLED,
                Map.of("Owner", owner.equals("2") ? Long.toString(user) : owner, "Score", 1));

        assertThat(created.getException()).isNull();
        assertThat(sandbox().find(CONTACTS, id(created)))
                .hasValueSatisfying(stored -> assertThat(stored).containsEntry("owner", Long.toString(user)));
    }

    @Test
    void anOwnerThatIsNoUserIsRefused() {
        Exchange refused = send("ontraport:contacts?operation=create" + LABELLED, Map.of("Owner", "Nobody Here"));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Nobody Here");
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    record Person(
            @JsonProperty("First Name") String name,
            @JsonProperty("Favourite colour") String colour,
            @JsonProperty("Wedding day") LocalDate wedding,
            @JsonProperty("Last visit") Instant visit,
            @JsonProperty("Interests") List<String> interests,
            @JsonProperty("Budget") BigDecimal budget,
            @JsonProperty("Newsletter") Boolean newsletter) {}

    @Test
    void beansAreWrittenAndReadWithLabels() {
        Person person = new Person(
                "Zoë", "Blue", LocalDate.of(2026, 3, 1), VISIT, List.of("Chess"), new BigDecimal("5.50"), true);

        Exchange created = send("ontraport:contacts?operation=create" + LABELLED, person);
        Exchange read = send("ontraport:contacts?operation=get" + LABELLED, id(created));

        assertThat(created.getException()).isNull();
        assertThat(read.getMessage().getBody(Person.class)).isEqualTo(person);
    }

    @Test
    void aSearchGivesBeansAlsoAfterOneThatFoundNothing() {
        Exchange none = send("ontraport:contacts?operation=search" + LABELLED);
        assertThat(none.getMessage().getBody(Person[].class)).isEmpty();
        sandbox().create(CONTACTS, wire());

        Exchange found = send("ontraport:contacts?operation=search" + LABELLED);

        assertThat(found.getMessage().getBody(Person[].class))
                .extracting(Person::colour)
                .containsExactly("Blue");
    }

    @Test
    void anUnknownFieldIsNamedAndSent() {
        Exchange created = send("ontraport:contacts?operation=create", Map.of("city", "Bend", "citty", "Bend"));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeaders())
                .containsEntry(OntraportConstants.UNKNOWN_FIELDS, List.of("citty"))
                .containsEntry(OntraportConstants.REQUESTS, 2);
        assertThat(send("ontraport:contacts?operation=create", Map.of("city", "Bend"))
                        .getMessage()
                        .getHeaders())
                .doesNotContainKey(OntraportConstants.UNKNOWN_FIELDS)
                .containsEntry(OntraportConstants.REQUESTS, 1);
    }

    /** One sent field is in the account, yet not in the reply: its value was the same before. */
    @Test
    void aFieldThatTheReplyLacksBecauseItDidNotChangeIsNotUnknown() {
        long id = sandbox().create(CONTACTS, Map.of("email", "nora@example.com", "city", "Bend"));
        sandbox().faults().omitUnchanged(true);

        Exchange merged = send(
                "ontraport:contacts?operation=upsert",
                Map.of("email", "nora@example.com", "city", "Bend", "firstname", "Nora"));

        assertThat(merged.getException()).isNull();
        assertThat(id(merged)).isEqualTo(id);
        assertThat(merged.getMessage().getHeaders())
                .containsEntry(OntraportConstants.CREATED, false)
                .doesNotContainKey(OntraportConstants.UNKNOWN_FIELDS);
    }

    @Test
    void withFailAnUnknownFieldIsRefused() {
        Exchange refused = send("ontraport:contacts?operation=upsert&unknownFields=fail", Map.of("citty", "Bend"));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Field 'citty' is none of the fields of contacts. Did you mean 'city'?");
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    @Test
    void withIgnoreNobodyLooks() {
        Exchange created = send("ontraport:contacts?operation=create&unknownFields=ignore", Map.of("citty", "Bend"));

        assertThat(created.getMessage().getHeaders())
                .doesNotContainKey(OntraportConstants.UNKNOWN_FIELDS)
                .containsEntry(OntraportConstants.REQUESTS, 1);
    }
}
