package io.github.camelontraport.examples.quarkus;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Against the account of the Dev Service. */
@QuarkusTest
@QuarkusTestResource(NewState.class)
class QuickstartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void importsAFileAndTagsWhatIsNew() {
        // Only what is created after its first look is new.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(readiness().getString("status")).isEqualTo("UP"));
        assertThat(readiness().getString("checks.find { it.name == 'camel' }.data.'consumer:watch'"))
                .isEqualTo("UP");

        String answer = given().contentType("text/csv")
                .body(new File("data/contacts.csv"))
                .post("/import")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer).isEqualTo("{\"created\":8,\"merged\":1,\"refused\":1}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/q/metrics").asString())
                        .containsPattern("camel_exchanges_succeeded_total\\{[^}]*routeId=\"watch\"[^}]*} 8.0")
                        .containsPattern("camel_ontraport_requests_total\\{[^}]*operation=\"upsert\"[^}]*} \\d"));
    }

    private static JsonPath readiness() {
        return get("/q/health/ready").jsonPath();
    }
}
