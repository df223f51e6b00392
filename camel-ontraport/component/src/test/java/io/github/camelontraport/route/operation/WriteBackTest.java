package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.support.SandboxTestSupport;
import io.github.camelontraport.support.TypedAccount;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that was read is written back as it was, also where a value is none that its field should have. */
class WriteBackTest extends SandboxTestSupport {

    private static final String WORDS = "&fieldFormat=typed&fieldNames=label";

    @BeforeEach
    void fields() {
        TypedAccount.onContacts(sandbox());
    }

    private Map<String, Object> read(long id, String options) {
        return record(send("ontraport:contacts?operation=get" + WORDS + options, id));
    }

    private Exchange update(Map<String, Object> record, String options) {
        return send("ontraport:contacts?operation=update" + WORDS + options, record);
    }

    private static Map<String, Object> stored(long id) {
        return sandbox().find(CONTACTS, id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "f1558, 77",
        "f1559, */*5*/*78*/*",
        "f1560, perhaps",
        "f1561, 19.95 EUR",
        "f1562, many",
        "f1563, soon",
        "f1563, 1772366400",
        "f1564, yesterday"
    })
    void aValueThatCannotBeReadIsWrittenAsItCame(String key, String value) {
        long id = sandbox().create(CONTACTS, Map.of(key, value));
        Map<String, Object> record = read(id, "");
        record.put("City", "Bend");

        assertThat(update(record, "").getException()).isNull();

        assertThat(stored(id)).containsEntry(key, value).containsEntry("city", "Bend");
    }

    @Test
    void aValueThatWasChangedIsWrittenAsItIs() {
        long id = sandbox().create(CONTACTS, Map.of("f1558", "77", "f1563", "1772366400"));
        Map<String, Object> record = read(id, "");
        record.put("Favourite colour", "Blue");
        record.put("Wedding day", LocalDate.of(2026, 3, 2));

        update(record, "");

        assertThat(stored(id)).containsEntry("f1558", "2").containsEntry("f1563", "1772409600");
    }

    @Test
    void aValueThatCannotBeReadIsRefusedInARecordOfAnotherType() {
        int courses = TypedAccount.customObject(sandbox(), "Course");
        long course = sandbox().create(courses, Map.of("f1558", "77"));
        Map<String, Object> record = record(send("ontraport:Course?operation=get" + WORDS, course));

        Exchange refused = send(
                "ontraport:contacts?operation=create" + WORDS,
                new LinkedHashMap<>(Map.of("Favourite colour", record.get("Favourite colour"))));

        assertThat(refused.getException()).hasMessageContaining("'77' is none of its options");
    }

    @Test
    void datesOfAnotherZoneAreNamedInOneWarning() {
        long id = sandbox().create(CONTACTS, Map.of("f1563", "1772366400"));
        try (CapturedLog log = new CapturedLog("io.github.camelontraport.value.mapper.FieldReporter")) {
            read(id, "");
            assertThat(read(id, "")).containsEntry("Wedding day", LocalDate.of(2026, 3, 1));

            assertThat(log.lines()).singleElement().asString().contains("Field 'Wedding day' (f1563)", "set timeZone");
        }
    }

    @Test
    void fieldsOfRelatedRecordsAreNotWritten() {
        sandbox().create(2, Map.of("firstname", "Ada", "lastname", "Byron", "email", "ada@example.com"));
        sandbox().create(CONTACTS, Map.of("firstname", "Nora", "owner", "1"));
        Map<String, Object> record = records(
                        send("ontraport:contacts?operation=search&externs=owner//firstname" + WORDS))
                .get(0);

        assertThat(record).containsKey("owner//firstname");
        assertThat(update(record, "").getException()).isNull();
    }

    @Test
    void aLabelDoesNotTakeThePlaceOfAColumn() {
        sandbox().defineField(CONTACTS, SandboxField.of("f1570", "fn", "text"));
        long id = sandbox().create(CONTACTS, Map.of("firstname", "Nora", "lastname", "Gray", "f1570", "mine"));
        Map<String, Object> before = stored(id);

        Map<String, Object> record = read(id, "");

        assertThat(record).containsEntry(before.containsKey("fn") ? "f1570" : "fn", "mine");
        assertThat(update(record, "").getException()).isNull();
        assertThat(stored(id)).containsEntry("f1570", "mine");
    }

    @Test
    void aListThatIsChangedInPlaceIsWritten() {
        long id = sandbox().create(CONTACTS, Map.of("f1559", "*/*5*/*77*/*"));
        Map<String, Object> record = read(id, "");
        ((List<?>) record.get("Interests")).remove("77");

        assertThat(update(record, "").getException()).isNull();

        assertThat(stored(id)).containsEntry("f1559", "*/*5*/*");
    }

    @Test
    void aValueThatCannotBeReadIsRefusedInAnotherAccount() {
        long id = sandbox().create(CONTACTS, Map.of("f1558", "77"));
        Map<String, Object> record = read(id, "");
        record.keySet().removeIf(name -> !name.equals("Favourite colour"));
        try (OntraportSandbox other = OntraportSandbox.builder().start()) {
            TypedAccount.onContacts(other);
            OntraportComponent component = new OntraportComponent();
            component.getConfiguration().setBaseUrl(other.baseUrl());
            component.getConfiguration().setApiKey(other.apiKey());
            component.getConfiguration().setAppId(other.appId());
            context.addComponent("other", component);

            Exchange refused = send("other:contacts?operation=create" + WORDS, record);

            assertThat(refused.getException()).hasMessageContaining("'77' is none of its options");
        }
    }

    @Test
    void aColumnThatIsNoFieldIsReadButNotWritten() {
        long id = sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        sandbox()
                .faults()
                .on("GET", "/object")
                .json(
                        200,
                        "{\"code\":0,\"data\":{\"id\":\"" + id
                                + "\",\"firstname\":\"Nora\",\"whole_name\":\"Nora Gray\"}}");
        Map<String, Object> record = read(id, "");

        assertThat(record).containsEntry("whole_name", "Nora Gray");
        assertThat(update(record, "").getException()).isNull();
        assertThat(sandbox().requests().get(sandbox().requests().size() - 1).body())
                .doesNotContain("whole_name");
        assertThat(update(new LinkedHashMap<>(Map.of("id", id, "whole_name", "x")), "")
                        .getException())
                .hasMessageContaining("Field 'whole_name' is none of the fields of contacts");
    }
}
