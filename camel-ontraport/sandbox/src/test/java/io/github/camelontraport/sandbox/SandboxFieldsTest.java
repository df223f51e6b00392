package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxFieldsTest extends AccountTestBase {

    private String colour;

    @BeforeEach
    void addAField() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("1", "Red");
        options.put("2", "Blue");
        colour = sandbox.fields().add(0, SandboxField.choice(null, "Favourite colour", "drop", options));
    }

    @Test
    void anAddedFieldIsInMetaAndNullInRecords() {
        long contact = sandbox.create(0, Map.of());

        String born = sandbox.fields().add(0, SandboxField.of(null, "Born", "fulldate"));

        assertThat(born).isNotEqualTo(colour);
        assertThat(meta(0, born))
                .isEqualTo(
                        ApiClient.parse(
                                """
                {"alias":"Born","type":"fulldate","required":"0","unique":"0","editable":1,"deletable":"1"}"""));
        assertThat(sandbox.find(0, contact).orElseThrow()).containsEntry(born, null);
    }

    @Test
    void anOptionIsAddedRenamedAndRemovedWhileRecordsKeepItsId() {
        long contact = sandbox.create(0, Map.of(colour, "2"));

        assertThat(sandbox.fields().addOption(0, colour, "Green")).isEqualTo("3");
        sandbox.fields().renameOption(0, colour, "Red", "Crimson");
        sandbox.fields().removeOption(0, colour, "Blue");

        assertThat(meta(0, colour).get("options")).isEqualTo(ApiClient.parse("{\"1\":\"Crimson\",\"3\":\"Green\"}"));
        assertThat(api.get("/Contact", "id", Long.toString(contact))
                        .data()
                        .get(colour)
                        .textValue())
                .isEqualTo("2");
    }

    @Test
    void standardFieldsHaveOptionsToo() {
        sandbox.fields().renameOption(149, "sales_stage", "Won", "Gained");
        sandbox.fields().rename(0, "firstname", "Given name");

        assertThat(meta(149, "sales_stage").at("/options/3").textValue()).isEqualTo("Gained");
        assertThat(meta(0, "firstname").get("alias").textValue()).isEqualTo("Given name");
        assertThat(meta(0, "firstname").get("deletable").textValue()).isEqualTo("0");
    }

    @Test
    void twoFieldsMayShareALabel() {
        String other = sandbox.fields().add(0, SandboxField.of(null, "Colour", "text"));

        sandbox.fields().rename(0, other, "Favourite colour");

        assertThat(sandbox.fields().all(0))
                .filteredOn(field -> field.alias().equals("Favourite colour"))
                .extracting(SandboxField::name)
                .containsExactly(colour, other);
        assertThat(meta(0, other).get("alias")).isEqualTo(meta(0, colour).get("alias"));
    }

    @Test
    void aRemovedFieldIsGoneFromMetaRecordsAndWrites() {
        long contact = sandbox.create(0, Map.of(colour, "1"));

        sandbox.fields().remove(0, colour);

        assertThat(meta(0, colour).isMissingNode()).isTrue();
        assertThat(sandbox.find(0, contact).orElseThrow()).doesNotContainKey(colour);
        JsonNode written = api.json("PUT", "/objects", "{'objectID':0,'id':1,'" + colour + "':'2','city':'Bend'}")
                .data()
                .get("attrs");
        assertThat(written.has(colour)).isFalse();
        assertThat(written.get("city").textValue()).isEqualTo("Bend");
    }

    @Test
    void theInitialFieldsReturnWithAReset() {
        sandbox.fields().rename(0, "firstname", "Given name");

        sandbox.reset();

        assertThat(meta(0, "firstname").get("alias").textValue()).isEqualTo("First Name");
        assertThat(meta(0, colour).isMissingNode()).isTrue();
    }

    @Test
    void wrongNamesAreRefused() {
        SandboxFields fields = sandbox.fields();

        assertThatThrownBy(() -> fields.rename(0, "f9", "X"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("Contact has no field f9");
        assertThatThrownBy(() -> fields.renameOption(0, colour, "Pink", "X"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("Field " + colour + " has no option Pink");
        assertThatThrownBy(() -> fields.addOption(0, "firstname", "X"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Field firstname is of type text, without options");
        assertThatThrownBy(() -> fields.remove(0, "firstname")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fields.all(9999)).isInstanceOf(IllegalArgumentException.class);
    }

    private JsonNode meta(int type, String field) {
        return api.get("/objects/meta", "objectID", Integer.toString(type))
                .data()
                .path(Integer.toString(type))
                .path("fields")
                .path(field);
    }
}
