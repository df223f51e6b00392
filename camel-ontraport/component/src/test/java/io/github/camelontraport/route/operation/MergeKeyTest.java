package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an upsert says when it has no value by which a record is found. */
class MergeKeyTest extends SandboxTestSupport {

    private static final String UPSERT = "ontraport:contacts?operation=upsert";

    private final CapturedLog log = new CapturedLog("io.github.camelontraport.value.mapper.FieldReporter");

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void anUpsertWithoutAnEMailAddressCreatesAndIsWarnedOfOnce() {
        for (String email : Arrays.asList(null, "", "")) {
            Map<String, Object> contact = new HashMap<>(Map.of("firstname", "Ada"));
            contact.put("email", email);
            assertThat(send(UPSERT, contact).getException()).isNull();
        }
        assertThat(send(UPSERT, Map.of("firstname", "Ada")).getException()).isNull();

        assertThat(sandbox().records(CONTACTS)).hasSize(4);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .isEqualTo(
                        """
                WARN An upsert of contacts has no value for 'email', by which Ontraport finds the record to change. Unless \
                another field of it is unique in the account, each such message makes a new record. Give the message this \
                field, or use operation=create where a new record is meant""");
    }

    @Test
    void eachEndpointWarns() {
        send(UPSERT, Map.of("firstname", "Ada"));
        send(UPSERT + "&ignoreBlanks=true", Map.of("firstname", "Ada", "email", ""));

        assertThat(log.lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Email", "email"})
    void theWarningNamesTheFieldAsPeopleSeeIt(String name) {
        send(UPSERT + "&fieldFormat=typed&fieldNames=label", Map.of("First Name", "Ada", name, ""));

        assertThat(sandbox().records(CONTACTS)).hasSize(1);
        assertThat(log.lines()).singleElement().asString().contains("has no value for 'Email' (email), by which");
    }

    @Test
    void aBlankTagNameIsWarnedOf() {
        send("ontraport:tags?operation=upsert", Map.of("tag_name", "", "object_type_id", 0));

        assertThat(log.lines()).singleElement().asString().contains("An upsert of tags has no value for 'tag_name'");
    }

    /** It means to empty the field of a record that it finds otherwise. */
    @Test
    void aBlankMergeKeyBesideAnotherNameOfTheRecordIsNotWarnedOf() {
        long id = sandbox().create(CONTACTS, Map.of("email", "ada@example.com", "unique_id", "A1"));

        for (Map<String, Object> contact : List.<Map<String, Object>>of(
                Map.of("id", id, "email", ""),
                Map.of("unique_id", "A1", "email", ""),
                Map.of("email", "ada@example.com"))) {
            assertThat(send(UPSERT, contact).getException()).isNull();
        }
        send("ontraport:companies?operation=upsert", Map.of("city", "Bend"));

        assertThat(log.lines()).isEmpty();
    }
}
