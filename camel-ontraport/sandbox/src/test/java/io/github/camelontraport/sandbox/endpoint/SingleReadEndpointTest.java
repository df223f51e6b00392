package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OntraportSandboxExtension.class)
class SingleReadEndpointTest {

    @Test
    void findsRecordsByTypedAndGenericPath(OntraportSandbox sandbox) {
        sandbox.create(150, Map.of("name", "Grünwald"));

        assertThat(ApiClient.of(sandbox)
                        .get("/Company", "id", "1")
                        .data()
                        .get("name")
                        .textValue())
                .isEqualTo("Grünwald");
        assertThat(ApiClient.of(sandbox)
                        .get("/object", "objectID", "150", "id", "1")
                        .data()
                        .get("id")
                        .textValue())
                .isEqualTo("1");
        assertThat(ApiClient.of(sandbox).get("/Company").status()).isEqualTo(400);
    }

    @Test
    void recordsAreOwnedByUserOne(OntraportSandbox sandbox) {
        assertThat(ApiClient.of(sandbox)
                        .get("/User", "id", "1")
                        .data()
                        .get("id")
                        .textValue())
                .isEqualTo("1");
    }

    @Test
    void formsHaveIntegersInTheSingleReadOnly(OntraportSandbox sandbox) {
        sandbox.create(122, Map.of("formname", "Newsletter", "dlm", 1760000000));

        JsonNode one = ApiClient.of(sandbox).get("/Form", "id", "1").data();
        JsonNode many = ApiClient.of(sandbox).get("/Forms").data().get(0);

        assertThat(one.get("form_id").intValue()).isEqualTo(1);
        assertThat(one.get("dlm").intValue()).isEqualTo(1760000000);
        assertThat(many.get("form_id").textValue()).isEqualTo("1");
    }

    @Test
    void findsIdsByAddressAndUniqueId(OntraportSandbox sandbox) {
        sandbox.create(0, Map.of("email", "N@example.com", "unique_id", "abc"));
        sandbox.create(0, Map.of("email", "n@example.com"));
        ApiClient api = ApiClient.of(sandbox);

        assertThat(api.get("/object/getByEmail", "objectID", "0", "email", "n@EXAMPLE.com")
                        .data())
                .isEqualTo(ApiClient.parse("{\"id\":\"1\"}"));
        assertThat(api.get("/object/getByEmail", "objectID", "0", "email", "n@example.com", "all", "1")
                        .data())
                .isEqualTo(ApiClient.parse("{\"ids\":[\"1\",\"2\"]}"));
        assertThat(api.get("/object/getByUniqueId", "objectID", "0", "unique_id", "abc")
                        .data())
                .isEqualTo(ApiClient.parse("{\"id\":\"1\"}"));
        assertThat(api.get("/object/getByUniqueId", "objectID", "0", "unique_id", "abd")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/object/getByEmail", "objectID", "14", "email", "n@example.com")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/object/getByEmail", "objectID", "0").status()).isEqualTo(400);
    }
}
