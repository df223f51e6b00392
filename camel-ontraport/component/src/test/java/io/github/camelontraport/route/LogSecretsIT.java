package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.route.webhook.WebhookTestSupport;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs after all other tests and searches what they logged, this component at TRACE and Camel at DEBUG, for keys. */
class LogSecretsIT {

    /** One log for each JVM that ran tests. */
    private static final Path LOGS = Path.of("target/logs");

    private boolean componentLogged;
    private boolean camelLogged;

    @Test
    void theWholeTestRunLoggedNoKey() throws Exception {
        assumeThat(LOGS)
                .as("no test of this module ran before, so there is nothing to look through")
                .exists();
        List<String> keys;
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            keys = List.of(sandbox.apiKey(), "k3y-of-a-test", ClientFixture.KEY, WebhookTestSupport.TOKEN);
        }
        try (Stream<Path> logs = Files.list(LOGS)) {
            for (Path log : logs.toList()) {
                search(log, keys);
            }
        }
        assertThat(componentLogged)
                .as("lines of this component at DEBUG or finer, else this proves nothing")
                .isTrue();
        assertThat(camelLogged).as("lines of Camel at DEBUG").isTrue();
    }

    private void search(Path log, List<String> keys) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            lines.forEach(line -> {
                if (keys.stream().anyMatch(line::contains)) {
                    fail("A line of %s holds a key: %s", log, line);
                }
                boolean isDebug = line.contains("DEBUG");
                componentLogged |= isDebug && line.contains(" io.github.camelontraport.api.");
                camelLogged |= isDebug && line.contains(" org.apache.camel.");
            });
        }
    }
}
