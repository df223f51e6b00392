package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands take minutes, or a network; so they are not run here, but what they name must be there. */
class DocsShellTest {

    private static final Set<String> SHELL = Set.of("sh", "shell", "bash");
    private static final Pattern INLINE = Pattern.compile(
            "`((?:\\.\\./\\.\\./|\\./)mvnw [^`]+|\\.ci/(?:[\\w/]+/)?(?:run|build|builder|browser)|node [^`]+)`");

    /** A command, and where it stands. */
    private record Place(Path file, int line, String command) {

        ShellCommand parsed() {
            String name = Documents.name(file);
            boolean isInExample = command.contains("../../") || command.startsWith("podman");
            Path folder = name.startsWith("examples/") && isInExample ? file.getParent() : Documents.ROOT;
            return new ShellCommand(folder, command);
        }

        @Override
        public String toString() {
            return Documents.name(file) + ":" + line + ": " + command;
        }
    }

    static Stream<Place> commands() throws IOException {
        try (Stream<Path> examples = Files.list(Documents.ROOT.resolve("examples"))) {
            List<Path> readmes = examples.map(folder -> folder.resolve("README.md"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
            return Stream.concat(Documents.all().stream(), readmes.stream())
                    .flatMap(file -> Stream.concat(inBlocks(file), inText(file)))
                    .toList()
                    .stream();
        }
    }

    private static Stream<Place> inBlocks(Path file) {
        return Block.of(file).stream()
                .filter(block -> SHELL.contains(block.language()))
                .flatMap(block -> block.text().lines().map(line -> new Place(file, block.line(), line)));
    }

    private static Stream<Place> inText(Path file) {
        return INLINE.matcher(Documents.text(file)).results().map(found -> new Place(file, 0, found.group(1)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatACommandNamesIsThere(Place place) {
        assertThat(place.parsed().faults()).as("%s", place).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./mvnw -Pquickstar compile",
                "./mvnw -pl camel-ontraport/nothing verify",
                "./mvnw verify -Dit.test=NoSuchIT",
                "./mvnw verify -Dontraport.no.such=1",
                "node .ci/pictures/nothing.js",
                "java -jar camel-ontraport/sandbox/target/camel-ontraport-nothing-*-all.jar",
                "podman build -t x docs"
            })
    void whatIsNotThereIsFound(String command) {
        assertThat(new ShellCommand(Documents.ROOT, command).faults()).hasSize(1);
    }

    @Test
    void commandsAreFound() throws IOException {
        assertThat(commands().map(Place::command)).contains("./mvnw verify").hasSizeGreaterThan(40);
    }
}
