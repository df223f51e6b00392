package io.github.camelontraport.quarkus.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.devui.tests.DevUIJsonRPCTest;
import io.quarkus.test.QuarkusDevModeTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The card of the extension leads to the sandbox's page. */
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
    void leadsToThePageOfTheSandbox() throws Exception {
        String url = executeJsonRPCMethod(String.class, "sandboxPage");

        assertThat(url).startsWith("http://localhost:").endsWith("/");
        assertThat(given().get(url).asString()).contains("<title>Ontraport sandbox</title>");
    }
}
