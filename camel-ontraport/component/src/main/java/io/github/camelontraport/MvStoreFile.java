package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.sync.LedgerScope;
import io.github.camelontraport.operation.sync.LedgerTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** A file of H2's MVStore. The only class that depends on it. */
final class MvStoreFile implements LedgerFile {

    private static final int CACHE_MEGABYTES = 8;
    /** Commits between two looks for space that is not used any more. */
    private static final int COMPACT_EVERY = 16;

    private static final int COMPACT_FILL_RATE = 50;
    private static final int COMPACT_BYTES = 2 * 1024 * 1024;

    private final MVStore store;
    private int commits;

    MvStoreFile(Path file, boolean readOnly) {
        this(prepared(file.toAbsolutePath(), readOnly));
    }

    /** @param file for MVStore; {@code null} for a store in memory */
    MvStoreFile(String file) {
        store = open(file);
    }

    private static String prepared(Path file, boolean readOnly) {
        if (readOnly && !Files.exists(file)) {
            return null;
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static MVStore open(String file) {
        MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().cacheSize(CACHE_MEGABYTES);
        if (file != null) {
            builder.fileName(file);
        }
        try {
            MVStore opened = builder.open();
            // Space is used again at once: keys come in random order, and the file would grow twentyfold. What the last
            // commit needs is never overwritten.
            opened.setRetentionTime(0);
            opened.setVersionsToKeep(0);
            return opened;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new InvalidInputException("The sync ledger " + file
                        + " is in use by another process, or by another FileSyncLedger. Nothing was sent");
            }
            throw new IllegalStateException(
                    "The sync ledger " + file
                            + " cannot be read. Restore it from a copy; without it, a sync compares all"
                            + " rows with the account again",
                    e);
        }
    }

    @Override
    public LedgerTable table(LedgerScope scope, boolean readOnly, Runnable onClose) {
        MVMap<String, String> facts = store.openMap("facts");
        scope.claim(facts, readOnly);
        MVMap<String, String> entries = store.openMap("rows/" + scope.name());
        return new Table(entries, facts, scope.name() + "/", onClose);
    }

    private synchronized void commit() {
        store.commit();
        store.sync();
        commits++;
        if (commits % COMPACT_EVERY == 0 && store.compact(COMPACT_FILL_RATE, COMPACT_BYTES)) {
            // What was moved must be on the disk before its old place is written to.
            store.sync();
        }
    }

    @Override
    public void close() {
        // Without compaction: MVStore moves chunks then, and can fail at that in a file that a kill has left. Free
        // space is
        // used again by the next run.
        store.close();
    }

    private final class Table implements LedgerTable {

        private final MVMap<String, String> entries;
        private final MVMap<String, String> facts;
        private final String prefix;
        private final Runnable onClose;

        Table(MVMap<String, String> entries, MVMap<String, String> facts, String prefix, Runnable onClose) {
            this.entries = entries;
            this.facts = facts;
            this.prefix = prefix;
            this.onClose = onClose;
        }

        @Override
        public String entry(String key) {
            return entries.get(key);
        }

        @Override
        public void putEntry(String key, String entry) {
            entries.put(key, entry);
        }

        @Override
        public void clearEntries() {
            entries.clear();
        }

        @Override
        public String fact(String name) {
            return facts.get(prefix + name);
        }

        @Override
        public void putFact(String name, String value) {
            facts.put(prefix + name, value);
        }

        @Override
        public void commit() {
            MvStoreFile.this.commit();
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
