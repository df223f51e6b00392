package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.support.ApiClient;
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
