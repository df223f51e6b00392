package io.github.camelontraport.quarkus.it;

import static io.github.camelontraport.quarkus.it.Application.deliveries;
import static io.github.camelontraport.quarkus.it.Application.send;
import static io.github.camelontraport.quarkus.it.Application.start;
import static io.github.camelontraport.quarkus.it.Application.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PollingTest {

    private static final Path STATE = Path.of("target", "watch.state");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Another run left it there, and it is of another account. */
    @BeforeAll
    static void forget() throws IOException {
        Files.deleteIfExists(STATE);
    }

    @Test
    void whatHappensWhileTheRouteIsStoppedIsDeliveredWhenItStartsAgain() {
        start("watch");
        // The first poll has settled where the watching begins.
        await().atMost(PATIENCE).until(() -> Files.exists(STATE) && Files.size(STATE) > 0);
        create("first@example.org");
        await().atMost(PATIENCE).until(() -> deliveries().contains("first@example.org"));

        stop("watch");
        create("second@example.org");
        start("watch");

        await().atMost(PATIENCE).until(() -> deliveries().contains("second@example.org"));
        stop("watch");
        assertThat(deliveries())
                .filteredOn(email -> email != null && email.matches("(first|second)@.*"))
                .containsExactly("first@example.org", "second@example.org");
    }

    private static void create(String email) {
        assertThat(send("ontraport:contacts?operation=create", "{\"email\": \"" + email + "\"}")
                        .getString("failure"))
                .isNull();
    }
}
