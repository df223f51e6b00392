package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.support.Containerfile;
import java.io.BufferedReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sandbox's Containerfile says, as far as that shows without a container engine. */
class ContainerfileIT {

    @TempDir
    private Path folder;

    @Test
    void copiesTheOneJarThatThePackagePhaseMakes() throws Exception {
        List<String> arguments = List.of(Containerfile.read().argument("COPY").split(" "));
        String source = arguments.get(arguments.size() - 2);

        Path parent = Containerfile.FOLDER.resolve(source).getParent();
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(parent, Path.of(source).getFileName().toString())) {
            found.forEach(jars::add);
        }
        assertThat(jars).singleElement().satisfies(jar -> assertThat(jar.toRealPath())
                .isEqualTo(Path.of(System.getProperty("sandbox.jar")).toRealPath()));
        assertThat(Containerfile.read().entrypoint()).containsSubsequence("-jar", arguments.get(arguments.size() - 1));
    }

    @Test
    void theEntryPointStartsTheSandboxAndKeepsTheAccount() throws Exception {
        Path data = folder.resolve("account.json");
        List<String> command = new ArrayList<>(Containerfile.read().entrypoint());
        assertThat(command.get(0)).isEqualTo("java");
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.set(command.indexOf("-jar") + 1, System.getProperty("sandbox.jar"));
        command.set(command.indexOf("--data") + 1, data.toString());
        command.addAll(List.of("--port", "0"));

        Process sandbox = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader printed = sandbox.inputReader()) {
            assertThat(printed.readLine()).startsWith("Base URL: http://");
            sandbox.toHandle().destroy();
            assertThat(sandbox.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            sandbox.destroyForcibly();
        }
        assertThat(data).isNotEmptyFile();
    }

    @Test
    void exposesTheDefaultPort() throws Exception {
        Process help = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("sandbox.jar"),
                        "--help")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader printed = help.inputReader()) {
            assertThat(printed.lines()).anySatisfy(line -> assertThat(line)
                    .contains("--port", Containerfile.read().argument("EXPOSE")));
        }
    }
}
