package io.github.camelontraport.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** quarkus-extension.yaml: what it links to is in this repository. */
class ExtensionMetadataTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path METADATA =
            ROOT.resolve("camel-ontraport-quarkus/runtime/src/main/resources/META-INF/quarkus-extension.yaml");
    private static final Pattern LINK =
            Pattern.compile("(guide|icon-url): \"https://[a-z.]+/camelontraport/camel-ontraport/(?:blob/)?main/(.+)\"");

    @Test
    void guideAndIconAreThere() throws IOException {
        Matcher links = LINK.matcher(Files.readString(METADATA));

        assertThat(links.results().map(link -> link.group(1))).containsExactly("guide", "icon-url");
        assertThat(links.reset().results().map(link -> ROOT.resolve(link.group(2))))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }
}
