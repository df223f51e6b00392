package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.route.webhook.WebhookTestSupport;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After all other tests: what they logged, this component at TRACE and Camel at DEBUG, holds no key. */
class LogSecretsIT {

    private static final Path LOG = Path.of("target/logs/test.log");

    @Test
    void theWholeTestRunLoggedNoKey() throws Exception {
        assumeThat(LOG)
                .as("no test of this module ran before, so there is nothing to look through")
                .exists();
        List<String> keys;
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            keys = List.of(sandbox.apiKey(), "k3y-of-a-test", ClientFixture.KEY, WebhookTestSupport.TOKEN);
        }
        try (var lines = Files.lines(LOG)) {
            List<String> log = lines.toList();
            assertThat(log)
                    .as("lines of this component at DEBUG or finer, else this proves nothing")
                    .anyMatch(line -> line.contains("DEBUG") && line.contains(" io.github.camelontraport.api."));
            assertThat(log)
                    .as("lines of Camel at DEBUG")
                    .anyMatch(line -> line.contains("DEBUG") && line.contains(" org.apache.camel."));
            assertThat(log).noneMatch(line -> keys.stream().anyMatch(line::contains));
        }
    }
}
