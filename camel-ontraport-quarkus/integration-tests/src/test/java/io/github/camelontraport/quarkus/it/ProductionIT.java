package io.github.camelontraport.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What is packaged for the JVM. */
@DisabledIfSystemProperty(
        named = "native",
        matches = ".*",
        disabledReason = "an executable has no libraries to look at")
class ProductionIT {

    private static final Path LIBRARIES = Path.of("target", "quarkus-app", "lib", "main");

    @Test
    void theSandboxIsNotShipped() throws IOException {
        try (Stream<Path> libraries = Files.list(LIBRARIES)) {
            assertThat(libraries.map(path -> path.getFileName().toString()).toList())
                    .anyMatch(name -> name.contains("camel-ontraport-quarkus"))
                    .noneMatch(name ->
                            name.contains("sandbox") || name.contains("wiremock") || name.contains("testcontainers"));
        }
    }
}
