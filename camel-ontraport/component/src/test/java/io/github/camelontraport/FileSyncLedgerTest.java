package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.sync.LedgerScope;
import io.github.camelontraport.operation.sync.LedgerTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSyncLedgerTest {

    private static final LedgerScope CONTACTS = new LedgerScope("account", "0/email");
    private static final LedgerScope TAGS = new LedgerScope("account", "14/tag_name");
    /** With -Dontraport.ledger.keys=1000000 as large as the documentation says. */
    private static final int KEYS = Integer.getInteger("ontraport.ledger.keys", 20_000);

    private static final long MOST_BYTES_PER_KEY = 200;
    /** Free space that the next run uses; a file is not compacted when it is closed. */
    private static final long MOST_FREE_BYTES = 2 * 1024 * 1024;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("new/sync.ledger");
    }

    @Test
    void whatIsCommittedIsThereAfterTheNextOpen() {
        FileSyncLedger ledger = new FileSyncLedger(file());
        try (LedgerTable table = ledger.open(CONTACTS, false)) {
            table.putEntry("a", "1");
            table.putFact("run", "7");
            table.commit();
        }

        try (LedgerTable table = new FileSyncLedger(file()).open(CONTACTS, false)) {
            assertThat(table.entry("a")).isEqualTo("1");
            assertThat(table.fact("run")).isEqualTo("7");
            table.clearEntries();
            assertThat(table.entry("a")).isNull();
            assertThat(table.fact("run")).isEqualTo("7");
        }
    }

    @Test
    void scopesShareAFileAndNothingElse() {
        FileSyncLedger ledger = new FileSyncLedger(file());

        try (LedgerTable contacts = ledger.open(CONTACTS, false);
                LedgerTable tags = ledger.open(TAGS, false)) {
            contacts.putEntry("a", "1");
            contacts.putFact("run", "7");

            assertThat(tags.entry("a")).isNull();
            assertThat(tags.fact("run")).isNull();
        }
    }

    @Test
    void oneRunOfAScopeAtATime() {
        FileSyncLedger ledger = new FileSyncLedger(file());

        try (LedgerTable table = ledger.open(CONTACTS, false)) {
            assertThatThrownBy(() -> ledger.open(CONTACTS, false))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("in use");
            assertThatThrownBy(() -> new FileSyncLedger(file()).open(TAGS, false))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("another process");
        }
        ledger.open(CONTACTS, false).close();
    }

    @Test
    void anotherAccountIsRefusedAndLeavesNoLock() {
        FileSyncLedger ledger = new FileSyncLedger(file());
        ledger.open(CONTACTS, false).close();

        assertThatThrownBy(() -> ledger.open(new LedgerScope("other", "0/email"), false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("belongs to another account");

        new FileSyncLedger(file()).open(CONTACTS, false).close();
    }

    @Test
    void readOnlyCreatesNoFile() {
        new FileSyncLedger(file()).open(CONTACTS, true).close();

        assertThat(file()).doesNotExist();
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[10_000]);

        assertThatThrownBy(() -> new FileSyncLedger(file()).open(CONTACTS, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void withoutAFileNothingIsOpened() {
        assertThatThrownBy(() -> new FileSyncLedger().open(CONTACTS, false)).hasMessageContaining("has no file");
    }

    @Test
    void noThreadIsLeftBehind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        try (LedgerTable table = new FileSyncLedger(file()).open(CONTACTS, false)) {
            table.putEntry("a", "1");
            table.commit();
        }

        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread) && thread.isAlive())
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("H2") || name.startsWith("MVStore"))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    /** In random order, which is the worst for the file, and with a commit for each batch of a run. */
    @Test
    void manyKeysTakeLittleSpaceAlsoWhileARunIsUnderWay() throws IOException {
        Random random = new Random(1);
        long largest = 0;
        try (LedgerTable table = new FileSyncLedger(file()).open(CONTACTS, false)) {
            for (int i = 1; i <= KEYS; i++) {
                table.putEntry(String.format("%016x%06x", random.nextLong(), i), "1" + i + " 0123456789abcdef012345 1");
                if (i % 50 == 0) {
                    table.commit();
                }
                if (i % 10_000 == 0) {
                    largest = Math.max(largest, Files.size(file()));
                }
            }
        }

        System.out.printf(
                "%d keys: %d bytes each at the end, at most %d while they were written%n",
                KEYS, Files.size(file()) / KEYS, largest / KEYS);
        assertThat(Files.size(file())).isLessThan(KEYS * MOST_BYTES_PER_KEY + MOST_FREE_BYTES);
    }
}
