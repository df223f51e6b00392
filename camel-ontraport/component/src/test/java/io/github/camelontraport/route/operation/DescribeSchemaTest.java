package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.camelontraport.support.SandboxTestSupport;
import io.github.camelontraport.support.TypedAccount;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON Schema that describe gives, held by a validator. */
class DescribeSchemaTest extends SandboxTestSupport {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<String, Object> WIRE = Map.of(
            "f1558",
            "2",
            "f1559",
            "*/*5*/*11*/*",
            "f1560",
            "1",
            "f1561",
            "19.95",
            "f1562",
            "12",
            "f1563",
            "1772323200",
            "f1564",
            "1770091506",
            "f1565",
            "plain");

    private int courses;

    @BeforeEach
    void fields() {
        TypedAccount.onContacts(sandbox());
        courses = TypedAccount.customObject(sandbox(), "Course");
    }

    private JsonNode schema(String type, String names) {
        Exchange described = send("ontraport:" + type + "?operation=describe&describeAs=schema&fieldNames=" + names);
        assertThat(described.getException()).isNull();
        return JSON.valueToTree(described.getMessage().getBody());
    }

    private JsonNode typed(String type, String names, long id) {
        return JSON.valueToTree(
                record(send("ontraport:" + type + "?operation=get&fieldFormat=typed&fieldNames=" + names, id)));
    }

    private static Set<ValidationMessage> faults(JsonNode schema, JsonNode record) {
        JsonSchema validator = SCHEMAS.getSchema(schema);
        return validator.validate(
                record, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    @ParameterizedTest
    @CsvSource({"contacts, key", "contacts, label", "Course, key", "Course, label"})
    void aTypedRecordMeetsTheSchemaAndTheSchemaItsStandard(String type, String names) {
        int typeId = type.equals("Course") ? courses : CONTACTS;
        JsonNode schema = schema(type, names);

        assertThat(SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(schema))
                .isEmpty();
        assertThat(faults(schema, typed(type, names, sandbox().create(typeId, WIRE))))
                .isEmpty();
        assertThat(faults(schema, typed(type, names, sandbox().create(typeId, Map.of("f1565", "unset")))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Favourite colour | \"Bleu\"",
                "Interests        | [\"Gym\"]",
                "Interests        | \"Chess\"",
                "Newsletter       | \"yes\"",
                "Budget           | \"19.95\"",
                "Wedding day      | \"1772323200\"",
                "Last visit       | \"yesterday\""
            })
    void aWrongRecordDoesNot(String field, String value) throws Exception {
        JsonNode schema = schema("contacts", "label");
        ObjectNode record = (ObjectNode) typed("contacts", "label", sandbox().create(CONTACTS, WIRE));
        record.set(field, JSON.readTree(value));

        assertThat(faults(schema, record)).isNotEmpty();
    }

    @Test
    void propertiesSayWhatTheAccountSays() {
        JsonNode colour = schema("contacts", "label").path("properties").path("Favourite colour");

        assertThat(colour.path("title").asText()).isEqualTo("Favourite colour");
        assertThat(colour.path("x-key").asText()).isEqualTo("f1558");
        assertThat(colour.path("x-type").asText()).isEqualTo("drop");
        assertThat(JSON.convertValue(colour.path("enum"), Object[].class))
                .containsExactlyInAnyOrder("Red", "Blue", "Sky, \"pale\" 🌤", null);
        assertThat(schema("contacts", "key")
                        .path("properties")
                        .path("f1563")
                        .path("format")
                        .asText())
                .isEqualTo("date");
    }
}
