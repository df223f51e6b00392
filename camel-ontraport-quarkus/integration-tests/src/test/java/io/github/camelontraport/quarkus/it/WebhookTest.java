package io.github.camelontraport.quarkus.it;

import static io.github.camelontraport.quarkus.it.Application.deliveries;
import static io.github.camelontraport.quarkus.it.Application.send;
import static io.github.camelontraport.quarkus.it.Application.start;
import static io.github.camelontraport.quarkus.it.Application.stop;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void subscribe() {
        // The tag that is watched must be there.
        assertThat(send("ontraport:tags?operation=upsert", "{\"tag_name\": \"VIP\"}")
                        .getString("failure"))
                .isNull();
        start("push");
        await().atMost(PATIENCE).until(() -> subscriptions().size() == 1);
    }

    @AfterEach
    void stopped() {
        stop("push");
    }

    @Test
    void whatTheAccountTellsGoesThroughTheRoute() {
        tag(create("told@example.org"));

        await().atMost(PATIENCE).until(() -> deliveries().contains("told@example.org"));
        assertThat(deliveries()).containsOnlyOnce("told@example.org");
    }

    @Test
    void theSubscriptionIsFoundAgain() {
        List<String> before = subscriptions();
        stop("push");
        start("push");

        tag(create("later@example.org"));

        await().atMost(PATIENCE).until(() -> deliveries().contains("later@example.org"));
        assertThat(subscriptions()).isEqualTo(before);
    }

    @Test
    void aStrangerIsTurnedAway() {
        given().queryParam("token", "not-the-one-of-the-tests")
                .contentType("application/json")
                .body("{}")
                .post("/hooks/vip")
                .then()
                .statusCode(403);
    }

    /** An executable has few charsets of its own. */
    @Test
    void aDeliveryMayComeInAnyCharset() {
        given().queryParam("token", "0123456789-of-the-tests")
                .contentType("application/json; charset=windows-1252")
                .body("{\"event\": \"object_create(0)\", \"data\": {\"id\": \"1\"}}")
                .post("/hooks/vip")
                .then()
                .statusCode(200);
    }

    /** The ids of those that lead here. */
    private static List<String> subscriptions() {
        return send("ontraport:webhooks?operation=search").getList("body.findAll { it.url.contains('/hooks/vip') }.id");
    }

    private static String create(String email) {
        JsonPath created = send("ontraport:contacts?operation=create", "{\"email\": \"" + email + "\"}");
        assertThat(created.getString("failure")).isNull();
        return created.getString("headers.CamelOntraportObjectId");
    }

    private static void tag(String contact) {
        assertThat(send("ontraport:contacts?operation=tag&tags=VIP&ids=" + contact)
                        .getString("failure"))
                .isNull();
    }
}
