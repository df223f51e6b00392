package io.github.camelontraport.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path ROUTES = Path.of("src/main/resources/camel");

    @Test
    void yamlIsThatOfTheRoutes() throws IOException {
        List<String> blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(text(Path.of("README.md")))
                .results()
                .map(block -> words(block.group(1)))
                .toList();
        String routes =
                words(text(ROUTES.resolve("import.camel.yaml"))) + words(text(ROUTES.resolve("watch.camel.yaml")));

        assertThat(blocks).hasSize(2).allSatisfy(block -> assertThat(routes).contains(block));
    }

    /** Lines may break elsewhere. */
    private static String words(String yaml) {
        return yaml.replaceAll("[\\s#]+", " ").strip();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
