package io.github.camelontraport.examples.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync that is stopped by Ctrl-C goes on when it is started again. */
class ResumeTest {

    private static final int ROWS = 1_500;
    private static final int CONTACTS = 0;

    @TempDir
    private Path folder;

    @Test
    void everyRowIsThereOnceAfterTheSecondStart() throws Exception {
        SyncProcess.writePeople(folder, ROWS);
        try (OntraportSandbox sandbox = OntraportSandbox.builder()
                .requestsPerMinute(SyncProcess.UNLIMITED)
                .start()) {
            sandbox.faults().on("POST", "/objects/saveorupdate").always().delay(Duration.ofMillis(50));
            try (SyncProcess first = SyncProcess.start(folder, "dedup", sandbox)) {
                boolean ended = false;
                while (!ended && sandbox.records(CONTACTS).size() < ROWS / 10) {
                    ended = first.endsSoon();
                }
                first.interrupt();
            }
            sandbox.faults().clear();
            int before = sandbox.records(CONTACTS).size();
            int requests = sandbox.requestCount();
            try (SyncProcess second = SyncProcess.start(folder, "dedup", sandbox)) {
                second.await();
            }

            assertThat(before).isBetween(ROWS / 10, ROWS - 1);
            assertThat(sandbox.records(CONTACTS)).hasSize(ROWS);
            assertThat(sandbox.records(CONTACTS)).extracting("email").doesNotHaveDuplicates();
            // Rows that the ledger knows cost nothing: the others cost an upsert, and one look-up for 50 of them.
            assertThat(sandbox.requestCount() - requests).isLessThan(ROWS);
        }
    }
}
