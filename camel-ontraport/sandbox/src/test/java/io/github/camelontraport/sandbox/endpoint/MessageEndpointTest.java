package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageEndpointTest extends AccountTestBase {

    private static final int MESSAGE = 7;

    @ParameterizedTest
    @ValueSource(strings = {"e-mail", "email", "template", "sms", "task"})
    void acceptsAllWritableFieldTypes(String type) {
        assertThat(api.form("POST", "/message", "type", type, "name", "Hi", "objectID", "150")
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.find(MESSAGE, 1).orElseThrow())
                .containsEntry("type", type)
                .containsEntry("alias", "Hi")
                .containsEntry("object_type_id", "150");
    }

    @ParameterizedTest
    @CsvSource({
        "type,postcard",
        "from,nobody",
        "transactional_email,true",
        "utm_tracking,2",
        "due_date,soon",
        "task_form,x",
        "object_type_id,9999",
        "object_type_id,deals"
    })
    void refusesInvalidValues(String parameter, String value) {
        ApiClient.Answer answer = parameter.equals("type")
                ? api.form("POST", "/message", "type", value)
                : api.form("POST", "/message", "type", "task", parameter, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("Invalid value for parameter: " + parameter);
        assertThat(sandbox.records(MESSAGE)).isEmpty();
    }

    @Test
    void updatesNeedIdAndType() {
        api.form("POST", "/message", "type", "sms");

        assertThat(api.form("PUT", "/message", "type", "sms").text()).isEqualTo("Missing required parameter: id");
        assertThat(api.form("PUT", "/message", "id", "1").text()).isEqualTo("Missing required parameter: type");
        assertThat(api.form("PUT", "/message", "id", "9", "type", "sms").status())
                .isEqualTo(404);
        assertThat(api.form("PUT", "/message", "id", "1", "type", "sms", "object_type_id", "")
                        .status())
                .isEqualTo(200);
    }
}
