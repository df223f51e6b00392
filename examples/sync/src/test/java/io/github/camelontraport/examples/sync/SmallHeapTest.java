package io.github.camelontraport.examples.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file in a JVM with a small heap. */
class SmallHeapTest {

    /** With -Dsync.test.rows=100000 as many as the README says; by append, as upserts take the sandbox longer the more it has. */
    private static final int ROWS = Integer.getInteger("sync.test.rows", 2_000);

    private static final String MODE = System.getProperty("sync.test.mode", "dedup");

    private static final int UNLIMITED = 1_000_000_000;

    @TempDir
    private Path folder;

    @Test
    void aLargeFileFitsIntoSixtyFourMegabytes() throws Exception {
        Path people = folder.resolve("people.csv");
        write(people);
        try (OntraportSandbox sandbox =
                OntraportSandbox.builder().requestsPerMinute(UNLIMITED).start()) {
            long began = System.nanoTime();

            String first = sync(people, sandbox);

            System.out.printf(
                    "%d rows with a heap of 64 MB: %d s, ledger of %d bytes%n",
                    ROWS,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began),
                    Files.size(folder.resolve("state/contacts.ledger")));
            assertThat(first).contains("read: " + ROWS, "created: " + ROWS);
            if (MODE.equals("dedup")) {
                assertThat(sync(people, sandbox)).contains("unchanged: " + ROWS, "requests: 0");
            }
        }
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("Address,First name,Last name,Town\n");
            for (int i = 0; i < ROWS; i++) {
                csv.write("person" + i + "@example.com,First " + i + ",Last " + i + ",Town " + i % 100 + "\n");
            }
        }
    }

    private String sync(Path people, OntraportSandbox sandbox) throws Exception {
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dsync.from=" + people,
                        "-Dsync.mapping=" + Path.of("data/mapping.yaml").toAbsolutePath(),
                        "-Dsync.state=" + folder.resolve("state"),
                        "-Dsync.mode=" + MODE,
                        "-Dsync.onMissing=keep",
                        "-Dsync.dryRun=false",
                        "-Dsync.requestsPerMinute=" + UNLIMITED,
                        "-Dsync.baseUrl=" + sandbox.baseUrl(),
                        "-Dsync.apiKey=" + sandbox.apiKey(),
                        "-Dsync.appId=" + sandbox.appId(),
                        Sync.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
            String text = Files.readString(printed);
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
