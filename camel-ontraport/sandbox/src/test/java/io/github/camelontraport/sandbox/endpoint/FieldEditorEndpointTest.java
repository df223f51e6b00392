package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.support.AccountTestBase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldEditorEndpointTest extends AccountTestBase {

    private static final String PATH = "/objects/fieldeditor";

    @Test
    void createdFieldsAreInMetaRecordsAndSection() {
        long contact = sandbox.create(0, Map.of("firstname", "Nora"));

        JsonNode created = create("{'objectID':0,'name':'Survey','description':'Spring','fields':["
                + "[{'alias':'Colour','type':'drop','required':1,'options':{'add':['Red','Blue']}}],"
                + "[{'alias':'Agreed','type':'check'},{'alias':'Code','type':'text','unique':1}]]}");

        assertThat(created.toString())
                .isEqualTo("{\"success\":{\"f1558\":\"Colour\",\"f1559\":\"Agreed\",\"f1560\":\"Code\"},\"error\":[]}");
        JsonNode meta =
                api.get("/objects/meta", "objectID", "0").data().path("0").path("fields");
        assertThat(meta.path("f1558").toString())
                .contains("\"required\":\"1\"", "\"options\":{\"1\":\"Red\",\"2\":\"Blue\"}");
        assertThat(meta.path("f1560").path("unique").asText()).isEqualTo("1");
        assertThat(sandbox.find(0, contact).orElseThrow()).containsKey("f1559");

        JsonNode section = api.get(PATH, "objectID", "0", "section", "survey").data();
        assertThat(section.path("id").isInt()).isTrue();
        assertThat(section.path("description").asText()).isEqualTo("Spring");
        assertThat(section.path("fields").get(0).get(0).toString())
                .isEqualTo("{\"id\":1558,\"alias\":\"Colour\","
                        + "\"field\":\"f1558\",\"type\":\"drop\",\"required\":1,\"unique\":0,\"editable\":1,\"deletable\":1,"
                        + "\"options\":\"Red\\nBlue\"}");
        assertThat(section.path("fields").get(1)).hasSize(2);
        assertThat(section.path("fields").get(2)).isEmpty();
        assertThat(api.get(PATH, "objectID", "0", "field", "Agreed")
                        .data()
                        .path("field")
                        .asText())
                .isEqualTo("f1559");
    }

    @Test
    void createAppendsToAnExistingSection() {
        create("{'objectID':0,'name':'Survey','fields':[[{'alias':'A','type':'text'}]]}");
        create("{'objectID':0,'name':'Survey','fields':[[{'alias':'B','type':'text'}]]}");
        create("{'objectID':0,'name':'Contact Information','fields':[[{'alias':'C','type':'text'}]]}");

        JsonNode sections = api.get(PATH, "objectID", "0").data();

        assertThat(sections).hasSize(2);
        assertThat(sections.path("2").path("fields").get(0).findValuesAsText("alias"))
                .containsExactly("A", "B");
        assertThat(sections.path("1").path("fields").get(1).findValuesAsText("alias"))
                .containsExactly("C");
    }

    @Test
    void changesFieldsByNameOrNumber() {
        create(
                "{'objectID':0,'name':'Survey','fields':[[{'alias':'Colour','type':'drop','options':{'add':['Red','Blue']}},"
                        + "{'alias':'Words','type':'text'}]]}");

        JsonNode changed = api.json(
                        "PUT",
                        PATH,
                        "{'objectID':0,'name':'Survey','description':'Autumn','fields':[["
                                + "{'field':'f1558','options':{'remove':['Red'],'add':['Green']}},"
                                + "{'id':1559,'alias':'Many words','type':'longtext','required':1}]]}")
                .data();

        assertThat(changed.toString())
                .isEqualTo("{\"success\":{\"f1558\":\"Colour\",\"f1559\":\"Many words\",\"description\":\"Autumn\"}}");
        JsonNode fields =
                api.get("/objects/meta", "objectID", "0").data().path("0").path("fields");
        assertThat(fields.path("f1558").path("options").toString()).isEqualTo("{\"2\":\"Blue\",\"3\":\"Green\"}");
        assertThat(fields.path("f1559").path("type").asText()).isEqualTo("longtext");
        assertThat(api.get(PATH, "objectID", "0", "section", "Survey")
                        .data()
                        .path("description")
                        .asText())
                .isEqualTo("Autumn");
    }

    @Test
    void replacedOptionsKeepTheIdsOfUnchangedLabels() {
        create(
                "{'objectID':0,'name':'S','fields':[[{'alias':'Colour','type':'list','options':{'add':['Red','Blue']}}]]}");

        api.json(
                "PUT",
                PATH,
                "{'objectID':0,'name':'S','fields':[[{'field':'f1558','options':{'replace':['Green','Blue']}}]]}");

        assertThat(api.get(PATH, "objectID", "0", "field", "f1558")
                        .data()
                        .path("options")
                        .asText())
                .isEqualTo("Blue\nGreen");
    }

    @Test
    void deletesFieldsAndSections() {
        sandbox.create(0, Map.of("firstname", "Nora"));
        create("{'objectID':0,'name':'Survey','fields':[[{'alias':'A','type':'text'},{'alias':'B','type':'text'}]]}");

        assertThat(api.delete(PATH, "objectID", "0", "field", "f1558").data().asText())
                .isEqualTo("Deleted");
        assertThat(sandbox.find(0, 1).orElseThrow()).doesNotContainKey("f1558").containsKey("f1559");
        assertThat(api.delete(PATH, "objectID", "0", "field", "f1558").status()).isEqualTo(404);

        assertThat(api.delete(PATH, "objectID", "0", "section", "Survey").data().asText())
                .isEqualTo("Deleted");
        assertThat(sandbox.find(0, 1).orElseThrow()).doesNotContainKey("f1559");
        assertThat(api.get(PATH, "objectID", "0", "section", "Survey").status()).isEqualTo(404);
    }

    @Test
    void contactsAndProductsHaveTypedPaths() {
        assertThat(api.json("POST", "/Products/fieldeditor", "{'name':'More','fields':[[{'alias':'A','type':'text'}]]}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/Products/fieldeditor", "section", "More")
                        .data()
                        .path("fields")
                        .get(0))
                .hasSize(1);
        assertThat(api.get("/Contacts/fieldeditor")
                        .data()
                        .path("1")
                        .path("name")
                        .asText())
                .isEqualTo("Contact Information");
        assertThat(api.get("/Deals/fieldeditor").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            POST | {'objectID':0,'fields':[[{'alias':'A','type':'text'}]]}                 | Missing required parameter: name
            POST | {'objectID':0,'name':'S','fields':[[{'type':'text'}]]}                  | Missing required parameter: alias
            POST | {'objectID':0,'name':'S','fields':[[{'alias':null,'type':'text'}]]}     | Missing required parameter: alias
            POST | {'objectID':0,'name':'S','fields':[[{'alias':'A','type':'timestamp'}]]} | Invalid value for parameter: type
            POST | {'objectID':0,'name':'S','fields':[{'alias':'A','type':'text'}]}        | Invalid value for parameter: fields
            POST | {'objectID':0,'name':'S','fields':[[],[],[],[]]}                        | Invalid value for parameter: fields
            POST | {'objectID':0,'name':'S','fields':[[{'alias':'A','type':'drop','options':['x']}]]} | Invalid value for parameter: options
            PUT  | {'objectID':0,'name':'Contact Information','fields':[[{'field':'email','alias':'x'}]]} | Invalid value for parameter: field
            PUT  | {'objectID':0,'name':'Contact Information','fields':[[{'field':'f9','type':'text'}]]}  | Invalid value for parameter: type
            PUT  | {'objectID':0,'name':'Nowhere'}                                         | Object not found
            """)
    void refusesInvalidFieldsAndTypeChanges(String method, String body, String text) {
        sandbox.defineField(0, SandboxField.of("f9", "Flag", "check"));

        assertThat(api.json(method, PATH, body).text()).isEqualTo(text);
        assertThat(api.get(PATH, "objectID", "0").data()).hasSize(1);
    }

    @Test
    void standardFieldsStay() {
        assertThat(api.delete(PATH, "objectID", "0", "field", "email").status()).isEqualTo(400);
        assertThat(api.delete(PATH, "objectID", "0", "section", "Contact Information")
                        .status())
                .isEqualTo(400);
        assertThat(api.delete(PATH, "objectID", "0").text()).isEqualTo("Missing required parameter: section");
    }

    private JsonNode create(String body) {
        return api.json("POST", PATH, body).data();
    }
}
