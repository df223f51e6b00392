package io.github.camelontraport.examples.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file in a JVM with a small heap. */
class SmallHeapTest {

    /** With -Dsync.test.rows=100000 as many as the README says; by append, as upserts take the sandbox longer the more it has. */
    private static final int ROWS = Integer.getInteger("sync.test.rows", 2_000);

    private static final String MODE = System.getProperty("sync.test.mode", "dedup");

    @TempDir
    private Path folder;

    @Test
    void aLargeFileFitsIntoSixtyFourMegabytes() throws Exception {
        SyncProcess.writePeople(folder, ROWS);
        try (OntraportSandbox sandbox = OntraportSandbox.builder()
                .requestsPerMinute(SyncProcess.UNLIMITED)
                .start()) {
            long began = System.nanoTime();

            String first = sync(sandbox);

            System.out.printf(
                    "%d rows with a heap of 64 MB: %d s, ledger of %d bytes%n",
                    ROWS,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began),
                    Files.size(folder.resolve("state/contacts.ledger")));
            assertThat(first).contains("read: " + ROWS, "created: " + ROWS);
            if (MODE.equals("dedup")) {
                assertThat(sync(sandbox)).contains("unchanged: " + ROWS, "requests: 0");
            }
        }
    }

    private String sync(OntraportSandbox sandbox) throws Exception {
        try (SyncProcess process = SyncProcess.start(folder, MODE, sandbox)) {
            return process.await();
        }
    }
}
