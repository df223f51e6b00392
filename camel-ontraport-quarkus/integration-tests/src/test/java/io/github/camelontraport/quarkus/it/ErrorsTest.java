package io.github.camelontraport.quarkus.it;

import static io.github.camelontraport.quarkus.it.Application.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErrorsTest {

    @Test
    void anExceptionIsCaughtByItsNameAndRead() {
        JsonPath caught = send("direct:caught", "999999999");

        assertThat(caught.getString("failure")).isNull();
        assertThat(caught.getString("body")).isEqualTo("delete contacts 404 false");
    }

    @Test
    void wrongCredentialsAreNamedAndNotShown() {
        JsonPath refused = send("ontraport:contacts?operation=count&apiKey=not-this-one&appId=nor-this-one");

        assertThat(refused.getString("failure"))
                .startsWith("io.github.camelontraport.OntraportAuthenticationException")
                .doesNotContain("not-this-one")
                .doesNotContain("nor-this-one");
        assertThat(refused.getInt("headers.CamelOntraportHttpStatus")).isEqualTo(401);
    }

    @Test
    void aMisspeltOperationIsNamed() {
        assertThat(send("ontraport:contacts?operation=serach").getString("failure"))
                .contains("serach", "search");
    }

    @Test
    void aRecordThatCannotBeIsRefusedBeforeItIsSent() {
        JsonPath refused = send(
                "ontraport:rules?operation=create",
                """
                {"object_type_id": 0, "name": "VIP", "events": [{"name": "nonsense"}], "actions": []}""");

        assertThat(refused.getString("failure"))
                .startsWith("io.github.camelontraport.OntraportValidationException")
                .contains("nonsense");
    }
}
