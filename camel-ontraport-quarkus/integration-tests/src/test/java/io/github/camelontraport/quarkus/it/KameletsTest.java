package io.github.camelontraport.quarkus.it;

import static io.github.camelontraport.quarkus.it.Application.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Kamelets of the component's jar. */
@QuarkusTest
class KameletsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Another run left it there, and it is of another account. */
    @BeforeAll
    static void forget() throws IOException {
        Files.deleteIfExists(Path.of("target", "kamelet.ledger"));
    }

    @Test
    void theSinkWritesWhatTheSourceDeliversAndTheActionTags() {
        save("kamelet-poll@example.org", "Polling Town");

        awaitTagged("kamelet-poll@example.org");
    }

    @Test
    void theWebhookSourceDelivers() {
        save("kamelet-push@example.org", "Pushing Town");

        awaitTagged("kamelet-push@example.org");
    }

    @Test
    void theActionGivesJson() {
        save("kamelet-action@example.org", "Acting Town");

        JsonPath found = send("kamelet:ontraport-action?operation=search&listFields=email&fieldFormat=typed"
                + "&condition=RAW(city = 'Acting Town')");

        assertThat(found.getString("failure")).isNull();
        assertThat(found.getString("body")).startsWith("[{").contains("\"kamelet-action@example.org\"");
    }

    /** Camel 4.18.2 applies the data types of Kamelets: none may be imposed. */
    @Test
    void bodiesNeedNotBeJson() {
        JsonPath saved = send("direct:kamelet-map", "{\"email\": \"kamelet-map@example.org\"}");
        assertThat(saved.getString("failure")).isNull();
        String id = saved.getString("headers.CamelOntraportObjectId");

        JsonPath tagged = send("kamelet:ontraport-action?operation=tag&tags=Mapped&recordId=" + id, "kept");
        assertThat(tagged.getString("failure")).isNull();
        assertThat(tagged.getString("body")).isEqualTo("kept");
        assertThat(send("kamelet:ontraport-action?operation=count", "a text").getInt("body"))
                .isPositive();
    }

    @Test
    void theSyncSinkReports() {
        JsonPath report = send(
                "kamelet:ontraport-sync-sink?syncLedger=#kameletLedger",
                "{\"email\": \"kamelet-sync@example.org\", \"city\": \"Bend\"}");

        assertThat(report.getString("failure")).isNull();
        assertThat(report.getInt("body.created")).isEqualTo(1);
    }

    private static void save(String email, String city) {
        assertThat(send("kamelet:ontraport-sink", "{\"email\": \"" + email + "\", \"city\": \"" + city + "\"}")
                        .getString("failure"))
                .isNull();
    }

    private static void awaitTagged(String email) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(send("ontraport:contacts?operation=listByTag&tags=By Kamelet")
                                .getString("body.email"))
                        .contains(email));
    }
}
