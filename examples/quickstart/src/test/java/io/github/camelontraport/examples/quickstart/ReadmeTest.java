package io.github.camelontraport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void yamlIsThatOfTheRoute() throws IOException {
        List<String> blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md"))).results().map(block -> withoutIndent(block.group(1))).toList();

        assertThat(blocks).isNotEmpty();
        String route = withoutIndent(Files.readString(Path.of("src/main/resources/routes/import.camel.yaml")));
        assertThat(blocks).allSatisfy(block -> assertThat(route).contains(block));
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
