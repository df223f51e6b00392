package io.github.camelontraport.quarkus.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveReloadTest {

    private static final int PORT = FreePort.find();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(root -> root.addClass(ContactsResource.class)
                    .addAsResource(new StringAsset("quarkus.http.port=" + PORT), "application.properties"));

    @Test
    void theAccountOutlivesAChangeOfTheApplication() {
        given().port(PORT).post("/contacts").then().statusCode(200);
        assertThat(contacts()).isEqualTo("Contacts: 26");

        APPLICATION.modifySourceFile(
                ContactsResource.class, source -> source.replace("Contacts: ", "After the change: "));

        assertThat(contacts()).isEqualTo("After the change: 26");
    }

    private static String contacts() {
        return given().port(PORT).get("/contacts").asString();
    }
}
