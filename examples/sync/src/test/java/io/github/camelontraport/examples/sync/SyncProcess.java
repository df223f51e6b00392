package io.github.camelontraport.examples.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The example in a JVM with a heap of 64 MB, against the sandbox of a test. */
final class SyncProcess implements AutoCloseable {

    static final int UNLIMITED = 1_000_000_000;

    private final Path printed;
    private final Process process;

    private SyncProcess(Path printed, Process process) {
        this.printed = printed;
        this.process = process;
    }

    /** @param folder holds the file people.csv, and gets the state */
    static SyncProcess start(Path folder, String mode, OntraportSandbox sandbox) throws IOException {
        Path printed = folder.resolve("printed.txt");
        return new SyncProcess(
                printed,
                new ProcessBuilder(List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dsync.from=" + folder.resolve("people.csv"),
                                "-Dsync.mapping=" + Path.of("data/mapping.yaml").toAbsolutePath(),
                                "-Dsync.state=" + folder.resolve("state"),
                                "-Dsync.mode=" + mode,
                                "-Dsync.onMissing=keep",
                                "-Dsync.dryRun=false",
                                "-Dsync.requestsPerMinute=" + UNLIMITED,
                                "-Dsync.baseUrl=" + sandbox.baseUrl(),
                                "-Dsync.apiKey=" + sandbox.apiKey(),
                                "-Dsync.appId=" + sandbox.appId(),
                                Sync.class.getName()))
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start());
    }

    static void writePeople(Path folder, int rows) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("people.csv"))) {
            csv.write("Address,First name,Last name,Town\n");
            for (int i = 0; i < rows; i++) {
                csv.write("person" + i + "@example.com,First " + i + ",Last " + i + ",Town " + i % 100 + "\n");
            }
        }
    }

    /** Waits for a successful end; what was printed. */
    String await() throws Exception {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    /** Stops it as Ctrl-C does, and waits until it has ended. */
    void interrupt() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    }

    /** Whether it ends within a moment. */
    boolean endsSoon() throws InterruptedException {
        return process.waitFor(20, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
