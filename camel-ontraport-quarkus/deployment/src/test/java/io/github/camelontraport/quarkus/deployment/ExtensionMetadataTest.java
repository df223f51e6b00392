package io.github.camelontraport.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** quarkus-extension.yaml: what it links to is in this repository, and what it integrates is what the build has. */
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

    /** In the form that Quarkus' platform reads, which takes the version from its BOM when that has another. */
    @Test
    void integratesTheCamelOfTheBuild() throws IOException {
        String packaged = packagedMetadata();

        assertThat(packaged.replaceAll("\\s+", " ").replace("\"", ""))
                .contains("integrates: - name: Camel artifact: org.apache.camel:camel-base version: "
                        + CamelContext.class.getPackage().getImplementationVersion());
    }

    /** As Quarkus' plugin has written it. */
    private static String packagedMetadata() throws IOException {
        for (URL metadata : Collections.list(
                ExtensionMetadataTest.class.getClassLoader().getResources("META-INF/quarkus-extension.yaml"))) {
            try (InputStream content = metadata.openStream()) {
                String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                if (text.contains("Camel Ontraport")) {
                    return text;
                }
            }
        }
        throw new AssertionError("no metadata of this extension on the class path");
    }
}
