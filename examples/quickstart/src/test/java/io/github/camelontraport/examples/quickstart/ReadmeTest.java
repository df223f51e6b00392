package io.github.camelontraport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final String HOME = "/home/you/camel-ontraport/examples/quickstart";
    private static final Pattern SECONDS = Pattern.compile("Seconds +[0-9.]+");

    @Test
    void yamlIsThatOfTheRoutes() throws IOException {
        List<String> blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(readme())
                .results()
                .map(block -> withoutIndent(block.group(1)))
                .toList();

        assertThat(blocks).isNotEmpty();
        String routes = Stream.of("import", "watch")
                .map(ReadmeTest::route)
                .map(ReadmeTest::withoutIndent)
                .reduce("", String::concat);
        assertThat(blocks).allSatisfy(block -> assertThat(routes).contains(block));
    }

    /** @param printed by the program itself; the lines about its progress come from the routes */
    static void assertShows(String printed, Path output, Path state) throws IOException {
        String text = printed.replace(output.toString(), HOME + "/target/quickstart")
                .replace(state.toString(), HOME + "/state")
                .replace(Path.of("").toAbsolutePath().toString(), HOME);
        String readme = SECONDS.matcher(readme()).replaceAll("Seconds");

        assertThat(SECONDS.matcher(text).replaceAll("Seconds").split("\n\n"))
                .hasSize(2)
                .allSatisfy(lines -> assertThat(readme).contains(lines));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String route(String name) {
        try {
            return Files.readString(Path.of("src/main/resources/routes/" + name + ".camel.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
