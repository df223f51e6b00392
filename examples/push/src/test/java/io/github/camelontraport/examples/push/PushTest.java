package io.github.camelontraport.examples.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PushTest {

    @Test
    void everyContactThatGetsTheTagIsWelcomed() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        long tagged = Push.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(tagged).isEqualTo(3);
        String readme = Files.readString(Path.of("README.md")).replaceAll("localhost:\\d+", "localhost");
        assertThat(printed.toString(StandardCharsets.UTF_8)
                        .replaceAll("localhost:\\d+", "localhost")
                        .lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(readme).contains(line));
    }

    @Test
    void theReadmeShowsTheRoute() throws Exception {
        assertThat(Files.readString(Path.of("README.md")))
                .contains(Files.readString(Path.of("src/main/resources/routes/welcome.camel.yaml")));
    }
}
