package io.github.camelontraport.quarkus.it;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.List;

/** The application under test, from outside. */
final class Application {

    private Application() {}

    /** Sends the body to the endpoint; the answer has {@code body}, {@code headers} and {@code failure}. */
    static JsonPath send(String uri, String body) {
        return given().queryParam("to", uri)
                .body(body)
                .post("/exchanges")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What the expression in Simple gives for what the endpoint gives. */
    static JsonPath evaluate(String simple, String uri) {
        return given().queryParam("to", uri)
                .queryParam("simple", simple)
                .post("/exchanges")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath send(String uri) {
        return send(uri, "");
    }

    static void start(String route) {
        given().post("/routes/" + route + "/start").then().statusCode(204);
    }

    static void stop(String route) {
        given().post("/routes/" + route + "/stop").then().statusCode(204);
    }

    static List<String> deliveries() {
        return given().get("/deliveries").jsonPath().getList("", String.class);
    }
}
