package io.github.camelontraport.quarkus.deployment;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveReloadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION =
            new QuarkusDevModeTest().withApplicationRoot(root -> root.addClass(ContactsResource.class));

    @Test
    void theAccountOutlivesAChangeOfTheApplication() {
        RestAssured.post("/contacts").then().statusCode(200);
        assertThat(get("/contacts").asString()).isEqualTo("Contacts: 26");

        APPLICATION.modifySourceFile(
                ContactsResource.class, source -> source.replace("Contacts: ", "After the change: "));

        assertThat(get("/contacts").asString()).isEqualTo("After the change: 26");
    }
}
