package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelontraport.state.StateFileFormat;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileStateRepositoryTest {

    @TempDir
    private Path folder;

    private Path path;
    private AtomicFileStateRepository repository;

    @BeforeEach
    void create() {
        path = folder.resolve("state").resolve("ontraport.state");
        repository = new AtomicFileStateRepository(path);
    }

    @AfterEach
    void stop() {
        repository.stop();
    }

    @Test
    void valuesSurviveARestart() {
        List<String> texts = List.of(
                "", " ", "a=b", "1\n2\r\n", "\"'\\", "Zoë 雪 😀", "\u0000\u2028", "# SHA-256 0", "x".repeat(1 << 20));
        repository.start();
        texts.forEach(text -> repository.setState("key " + text, text));

        restart();

        assertThat(texts).allSatisfy(text -> assertThat(repository.getState("key " + text))
                .isEqualTo(text));
        assertThat(repository.getState("other")).isNull();
    }

    @Test
    void aValueIsOnTheDiskAtOnceAndNullRemovesIt() throws Exception {
        repository.start();
        assertThat(path).doesNotExist();
        repository.setState("a", String.valueOf(1));
        repository.setState("b", "2");
        assertThat(StateFileFormat.read(Files.readAllBytes(path)))
                .containsEntry("a", "1")
                .containsEntry("b", "2");

        repository.setState("a", null);

        assertThat(repository.getState("a")).isNull();
        assertThat(StateFileFormat.read(Files.readAllBytes(path))).containsOnlyKeys("b");
        assertThat(path.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void anEqualValueWritesNothing() throws Exception {
        repository.start();
        repository.setState("a", "1");
        Files.delete(path);

        repository.setState("a", "1");
        repository.setState("b", null);

        assertThat(path).doesNotExist();
    }

    @Test
    void noBeginningOfAFileIsAccepted() throws Exception {
        byte[] text = someState();

        for (int length = 0; length < text.length; length++) {
            Files.write(path, Arrays.copyOf(text, length));
            assertThatIllegalStateException()
                    .as("%d bytes", length)
                    .isThrownBy(repository::start)
                    .withMessageContaining(path.toRealPath().toString());
        }
        Files.write(path, text);
        repository.start();
        assertThat(repository.getState("a")).isEqualTo("1");
    }

    @Test
    void noByteMayChange() throws Exception {
        byte[] text = someState();

        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            Files.write(path, changed);
            assertThatIllegalStateException().as("byte %d", i).isThrownBy(repository::start);
            assertThat(path).hasBinaryContent(changed);
        }
    }

    @Test
    void aRefusalSaysHowToGoOn() throws Exception {
        Files.createDirectories(path.getParent());
        Files.createFile(path);

        assertThatIllegalStateException()
                .isThrownBy(repository::start)
                .withMessageContaining("was it made by hand")
                .withMessageContaining("Put a copy of it back")
                .withMessageContaining("move it away to begin anew")
                .withMessageContaining("startFrom");

        Files.delete(path);
        repository.start();
        assertThat(repository.getState("a")).isNull();
    }

    @Test
    void onlyOneRepositoryOfAProcessHasTheFile() throws Exception {
        repository.start();
        repository.setState("a", "1");
        Path link = Files.createSymbolicLink(folder.resolve("link"), path.getParent());
        List<AtomicFileStateRepository> others = List.of(
                new AtomicFileStateRepository(path.toFile()),
                new AtomicFileStateRepository(link.resolve("ontraport.state")),
                new AtomicFileStateRepository(Files.createSymbolicLink(folder.resolve("other.state"), path)));

        assertThat(others).allSatisfy(other -> assertThatIllegalStateException()
                .isThrownBy(other::start)
                .withMessageContaining(path.toRealPath().toString())
                .withMessageContaining("in use"));

        repository.setState("a", "2");
        repository.stop();
        AtomicFileStateRepository last = others.get(2);
        last.start();
        assertThat(last.getState("a")).isEqualTo("2");
        assertThatIllegalStateException().isThrownBy(repository::start).withMessageContaining("in use");
        last.setState("a", "3");
        last.stop();
        assertThat(folder.resolve("other.state")).isSymbolicLink();
        restart();
        assertThat(repository.getState("a")).isEqualTo("3");
    }

    @Test
    void otherProcessesAreRefusedEvenAfterARefusalInThisOne() throws Exception {
        repository.start();
        repository.setState("a", "1");
        assertThatIllegalStateException().isThrownBy(new AtomicFileStateRepository(path)::start);

        assertThat(startElsewhere()).contains("IllegalStateException").contains("in use");

        repository.stop();
        assertThat(startElsewhere()).isEmpty();
    }

    /** What another process says when it starts a repository on the same file. */
    private String startElsewhere() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlog4j2.configurationFile=log4j2-child.properties",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        path.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** The other process. */
    static final class Elsewhere {

        private Elsewhere() {}

        public static void main(String[] args) {
            try {
                new AtomicFileStateRepository(Path.of(args[0])).start();
            } catch (IllegalStateException e) {
                System.out.println(e);
            }
        }
    }

    @Test
    void aFailedWriteChangesNothing() throws Exception {
        repository.start();
        repository.setState("a", "1");
        byte[] before = Files.readAllBytes(path);
        Path moved = Files.move(path.getParent(), folder.resolve("moved"));
        Files.createFile(path.getParent());

        assertThatThrownBy(() -> repository.setState("a", "2"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("ontraport.state cannot be written")
                .hasMessageContaining("keeps its old state");
        assertThatThrownBy(() -> repository.setState("a", null)).isInstanceOf(UncheckedIOException.class);
        assertThat(repository.getState("a")).isEqualTo("1");
        assertThat(moved.resolve("ontraport.state")).hasBinaryContent(before);

        Files.delete(path.getParent());
        Files.move(moved, path.getParent());
        repository.setState("a", "2");
        restart();
        assertThat(repository.getState("a")).isEqualTo("2");
    }

    @Test
    void aFullDiskChangesNothing() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        repository.start();
        repository.setState("a", "1");
        byte[] before = Files.readAllBytes(path);
        Path temporary = Files.createSymbolicLink(path.resolveSibling("ontraport.state.tmp"), Path.of("/dev/full"));

        assertThatThrownBy(() -> repository.setState("a", "2")).isInstanceOf(UncheckedIOException.class);
        assertThat(repository.getState("a")).isEqualTo("1");
        assertThat(path).hasBinaryContent(before);

        Files.delete(temporary);
        repository.setState("a", "2");
        restart();
        assertThat(repository.getState("a")).isEqualTo("2");
    }

    @Test
    void whatACrashLeftIsReplaced() throws Exception {
        byte[] text = someState();
        Path temporary = Files.write(path.resolveSibling("ontraport.state.tmp"), Arrays.copyOf(text, text.length / 2));
        repository.start();
        assertThat(repository.getState("a")).isEqualTo("1");

        repository.setState("a", "2");

        assertThat(temporary).doesNotExist();
        restart();
        assertThat(repository.getState("a")).isEqualTo("2");
    }

    @Test
    void anInterruptDoesNotBreakAWrite() {
        repository.start();
        Thread.currentThread().interrupt();

        repository.setState("a", "1");

        assertThat(Thread.interrupted()).isTrue();
        restart();
        assertThat(repository.getState("a")).isEqualTo("1");
    }

    @Test
    void writersOfDifferentKeysDoNotLoseEachOthersValues() {
        repository.start();

        IntStream.range(0, 8).parallel().forEach(writer -> {
            for (int i = 0; i <= 20; i++) {
                repository.setState("key" + writer, String.valueOf(i));
                assertThat(repository.getState("key" + writer)).isEqualTo(String.valueOf(i));
            }
        });

        restart();
        assertThat(IntStream.range(0, 8)).allSatisfy(writer -> assertThat(repository.getState("key" + writer))
                .isEqualTo("20"));
    }

    @Test
    void worksOnlyWhileStarted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> repository.getState("a"))
                .withMessageContaining("not started");
        assertThatIllegalStateException()
                .isThrownBy(() -> repository.setState("a", "1"))
                .withMessageContaining("not started");
        repository.start();
        repository.start();
        repository.setState("a", "1");
        repository.stop();
        repository.stop();
        assertThatIllegalStateException()
                .isThrownBy(() -> repository.setState("a", "2"))
                .withMessageContaining("not started");
    }

    @Test
    void placesWithoutAFileAreRefused() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(new AtomicFileStateRepository()::start)
                .withMessageContaining("fileStore");
        assertThatIllegalArgumentException()
                .isThrownBy(new AtomicFileStateRepository(new File(""))::start)
                .withMessageContaining("fileStore");
        assertThatIllegalStateException()
                .isThrownBy(new AtomicFileStateRepository(folder)::start)
                .withMessageContaining("is a directory");
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(new AtomicFileStateRepository(file.resolve("state"))::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be locked");
        Path nowhere = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("missing"));
        assertThatThrownBy(new AtomicFileStateRepository(nowhere)::start).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void isABeanOfPropertiesAndOfYaml() throws Exception {
        Path yaml = Files.writeString(
                folder.resolve("beans.yaml"),
                """
                - beans:
                    - name: fromYaml
                      type: io.github.camelontraport.AtomicFileStateRepository
                      properties:
                        fileStore: %s
                """
                        .formatted(path));
        Main main = new Main();
        main.addInitialProperty("camel.beans.fromProperties", "#class:" + AtomicFileStateRepository.class.getName());
        main.addInitialProperty("camel.beans.fromProperties.file-store", path.toString());
        main.configure().withRoutesIncludePattern("file:" + yaml);
        main.start();
        try {
            assertThat(List.of("fromProperties", "fromYaml")).allSatisfy(name -> assertThat(main.getCamelContext()
                            .getRegistry()
                            .lookupByNameAndType(name, AtomicFileStateRepository.class)
                            .getFileStore())
                    .isEqualTo(path.toFile()));
        } finally {
            main.stop();
        }
    }

    @Test
    void isKnownToTools() throws IOException {
        try (InputStream json = getClass()
                .getResourceAsStream("/META-INF/services/org/apache/camel/bean/AtomicFileStateRepository.json")) {
            assertThat(new String(json.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"org.apache.camel.spi.StateRepository\"", "\"fileStore\"");
        }
    }

    private void restart() {
        repository.stop();
        repository.start();
    }

    /** Written to the file by a repository that is stopped again. */
    private byte[] someState() throws IOException {
        repository.start();
        repository.setState("a", "1");
        repository.setState("é", "2");
        repository.stop();
        return Files.readAllBytes(path);
    }
}
