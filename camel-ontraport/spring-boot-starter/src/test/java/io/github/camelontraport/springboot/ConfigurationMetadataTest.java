package io.github.camelontraport.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds what editors show to the component's options. With {@code -Dontraport.docs.update=true} it writes the file instead. */
class ConfigurationMetadataTest {

    private static final String UPDATE = "ontraport.docs.update";
    private static final Path FILE = Path.of("src/generated/resources/META-INF/spring-configuration-metadata.json");

    @Test
    void isThatOfTheComponent() throws IOException {
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(FILE, ConfigurationMetadata.text());
        }
        assertThat(Files.readString(FILE))
                .as("%s is stale; run this test once with -D%s=true, which writes it anew", FILE, UPDATE)
                .isEqualTo(ConfigurationMetadata.text());
    }
}
