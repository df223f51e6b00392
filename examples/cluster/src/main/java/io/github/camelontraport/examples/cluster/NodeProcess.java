package io.github.camelontraport.examples.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A node in a process of its own. */
final class NodeProcess {

    private final Process process;

    NodeProcess(List<String> arguments, Watchers watchers) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread reader = new Thread(() -> read(watchers), "lines of a node");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Watchers watchers) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(watchers::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            // It was killed in the middle of a line.
        }
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
    }
}
