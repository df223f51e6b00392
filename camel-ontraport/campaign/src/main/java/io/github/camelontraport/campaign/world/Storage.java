package io.github.camelontraport.campaign.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk or database in which programs keep their positions, ledgers and delivery keys. Thread-safe. */
public final class Storage {

    /** For files: written where {@code AtomicFileStateRepository} writes first. */
    private static final String TEMPORARY = ".tmp";

    private final Path folder;
    private volatile boolean failsWrites;
    private volatile boolean failsReads;
    private int life;

    Storage(Path folder) {
        this.folder = folder;
    }

    /** Of a database, which throws. */
    public void fail(boolean reads, boolean writes) {
        failsReads = reads;
        failsWrites = writes;
    }

    void check(boolean isWrite) {
        if (isWrite ? failsWrites : failsReads) {
            throw new IllegalStateException("The storage is away");
        }
    }

    /** The file of the position. */
    public Path state() {
        return folder.resolve("life" + life).resolve("ontraport.state");
    }

    Path ledger() {
        return folder.resolve("life" + life).resolve("sync.ledger");
    }

    private Path temporary() {
        return state().resolveSibling("ontraport.state" + TEMPORARY);
    }

    /** Every write of the position finds no space left. */
    public void fullDisk() {
        replaceTemporary(() -> Files.createSymbolicLink(temporary(), Path.of("/dev/full")));
    }

    /** No write of the position finds a file that it may write. */
    public void readOnlyDisk() {
        replaceTemporary(() -> Files.createDirectories(temporary()));
    }

    /** A write was cut in the middle by a power failure: what was to replace the file is torn. */
    public void tornWrite() {
        replaceTemporary(() -> Files.writeString(temporary(), "{\"half", StandardCharsets.UTF_8));
    }

    private interface Change {
        Object make() throws IOException;
    }

    private void replaceTemporary(Change change) {
        try {
            Files.deleteIfExists(temporary());
            Files.createDirectories(temporary().getParent());
            change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mend() {
        failsWrites = false;
        failsReads = false;
        try {
            if (Files.isSymbolicLink(temporary()) || Files.isDirectory(temporary())) {
                Files.delete(temporary());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program that was killed writes from now on goes to files that nobody reads. */
    void nextLife() {
        Path state = state();
        Path ledger = ledger();
        life++;
        copy(state, state());
        copy(ledger, ledger());
    }

    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            if (Files.exists(from)) {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
