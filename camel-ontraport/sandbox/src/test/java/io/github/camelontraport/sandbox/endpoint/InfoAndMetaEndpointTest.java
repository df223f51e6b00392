package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OntraportSandboxExtension.class)
class InfoAndMetaEndpointTest {

    @Test
    void metaDescribesAllTypesOrOneByIdOrName(OntraportSandbox sandbox) {
        ApiClient api = ApiClient.of(sandbox);
        int type = sandbox.defineCustomObject("Projects", Map.of("f9", SandboxField.of("f9", "Lead", "parent:0")));

        JsonNode all = api.get("/objects/meta").data();
        assertThat(all.fieldNames()).toIterable().contains("0", "14", "46", "122", "150", "10000");
        assertThat(all.get(Integer.toString(type)).get("fields").get("f9"))
                .isEqualTo(
                        ApiClient.parse(
                                """
                {"alias":"Lead","type":"parent","required":"0","unique":"0","editable":1,"deletable":"1","parent_object":"0"}"""));
        assertThat(api.get("/objects/meta", "objectID", "10000", "format", "byName")
                        .data()
                        .fieldNames())
                .toIterable()
                .containsExactly("Projects");
        assertThat(api.get("/Contacts/meta").data().fieldNames()).toIterable().containsExactly("0");
        assertThat(api.get("/objects/meta", "objectID", "9999").status()).isEqualTo(400);
    }

    @Test
    void metaFlagsTagNamesButNotEmailAsUnique(OntraportSandbox sandbox) {
        ApiClient api = ApiClient.of(sandbox);

        assertThat(api.get("/Contacts/meta").data().at("/0/fields/email/unique").textValue())
                .isEqualTo("0");
        assertThat(api.get("/Tags/meta").data().at("/14/fields/tag_name/unique").textValue())
                .isEqualTo("1");
    }

    /** The names of the reference: what the field editor creates, and what meta shows besides. */
    @Test
    void standardTypesHaveFieldsOfEveryKind(OntraportSandbox sandbox) {
        assertThat(ApiClient.of(sandbox).get("/objects/meta").data().findValuesAsText("type"))
                .contains(
                        "check",
                        "country",
                        "fulldate",
                        "list",
                        "longtext",
                        "numeric",
                        "price",
                        "phone",
                        "state",
                        "drop",
                        "text",
                        "email",
                        "sms",
                        "address",
                        "timestamp",
                        "parent",
                        "mergefield",
                        "subscription",
                        "url",
                        "image",
                        "date");
    }

    @Test
    void metaHasTheFormsThatClientsMustAccept(OntraportSandbox sandbox) {
        ApiClient api = ApiClient.of(sandbox);
        int type = sandbox.defineCustomObject("Projects", Map.of());
        String colour = sandbox.defineField(type, SandboxField.of(null, "Colour", "drop"));
        String agreed = sandbox.defineField(type, SandboxField.of(null, "Agreed", "check"));

        JsonNode project = api.get("/objects/meta", "objectID", Integer.toString(type))
                .data()
                .at("/" + type + "/fields");

        assertThat(project.at("/owner/parent_object").isIntegralNumber()).isTrue();
        assertThat(project.at("/" + colour + "/options")).isEqualTo(ApiClient.parse("[]"));
        assertThat(project.at("/" + colour + "/editable").isIntegralNumber()).isTrue();
        assertThat(project.at("/" + agreed + "/editable").isNull()).isTrue();
        assertThat(project.at("/dlm/editable").intValue()).isZero();
        assertThat(api.get("/Contacts/meta")
                        .data()
                        .at("/0/fields/owner/parent_object")
                        .textValue())
                .isEqualTo("2");
        assertThat(api.get("/objects/meta", "objectID", "138").data().at("/138/fields/object_id"))
                .isEqualTo(
                        ApiClient.parse(
                                """
                {"alias":"Object","type":"parent","required":"0","unique":"0","editable":0,"deletable":"0"}"""));
    }

    @Test
    void optionsThatCountFromZeroAreAListWhenSwitchedOn(OntraportSandbox sandbox) {
        ApiClient api = ApiClient.of(sandbox);
        Map<String, String> options = new LinkedHashMap<>();
        options.put("0", "No");
        options.put("1", "Yes");
        String calls = sandbox.defineField(0, SandboxField.choice(null, "Wants calls", "drop", options));
        String path = "/0/fields/" + calls + "/options";

        assertThat(api.get("/Contacts/meta").data().at(path))
                .isEqualTo(ApiClient.parse("{\"0\":\"No\",\"1\":\"Yes\"}"));

        sandbox.faults().listOptions(true);

        assertThat(api.get("/Contacts/meta").data().at(path)).isEqualTo(ApiClient.parse("[\"No\",\"Yes\"]"));
        assertThat(api.get("/Contacts/meta")
                        .data()
                        .at("/0/fields/status/options")
                        .isObject())
                .isTrue();
    }

    @Test
    void relatedTypesComeAlongWhenSwitchedOn(OntraportSandbox sandbox) {
        ApiClient api = ApiClient.of(sandbox);
        int type = sandbox.defineCustomObject("Projects", Map.of("f9", SandboxField.of("f9", "Lead", "parent:0")));
        sandbox.faults().addRelatedTypes(true);

        assertThat(api.get("/objects/meta", "objectID", Integer.toString(type))
                        .data()
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("0", "2", "10000");
    }

    @Test
    void infoHasCountAndSumsOfTransactions(OntraportSandbox sandbox) {
        sandbox.create(46, Map.of("total", "49.50"));
        sandbox.create(46, Map.of("total", 99));

        JsonNode info = ApiClient.of(sandbox).get("/Transactions/getInfo").data();

        assertThat(info.get("count").textValue()).isEqualTo("2");
        assertThat(info.at("/sums/total").decimalValue()).isEqualByComparingTo("148.5");
        assertThat(info.get("viewMode")).isEqualTo(ApiClient.parse("[]"));
    }
}
