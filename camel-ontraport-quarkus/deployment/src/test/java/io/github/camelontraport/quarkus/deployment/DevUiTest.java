package io.github.camelontraport.quarkus.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.devui.tests.DevUIJsonRPCTest;
import io.quarkus.test.QuarkusDevModeTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The card of the extension shows the application's status, and leads to the sandbox's page. */
class DevUiTest extends DevUIJsonRPCTest {

    private static final int PORT = FreePort.find();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(root -> root.addClass(ContactsResource.class)
                    .addAsResource(new StringAsset("quarkus.http.port=" + PORT), "application.properties"));

    DevUiTest() {
        super("io.github.camelontraport.camel-ontraport-quarkus", "http://localhost:" + PORT);
    }

    @Test
    void showsTheStatusOfAccountsAndRoutes() throws Exception {
        given().get("http://localhost:" + PORT + "/contacts");

        JsonNode status = executeJsonRPCMethod("status");

        assertThat(status.path("accounts").path(0).path("host").asText()).isEqualTo("localhost");
        assertThat(status.path("polls").isArray()).isTrue();
        assertThat(status.path("subscriptions").isArray()).isTrue();
        assertThat(status.path("syncs").isArray()).isTrue();
        assertThat(given().get("http://localhost:" + PORT + "/q/dev-ui/camel-ontraport-quarkus/qwc-ontraport-status.js")
                        .asString())
                .contains("customElements.define('qwc-ontraport-status'");
    }

    @Test
    void leadsToThePageOfTheSandbox() throws Exception {
        String url = executeJsonRPCMethod(String.class, "sandboxPage");

        assertThat(url).startsWith("http://localhost:").endsWith("/");
        assertThat(given().get(url).asString()).contains("<title>Ontraport sandbox</title>");
    }
}
