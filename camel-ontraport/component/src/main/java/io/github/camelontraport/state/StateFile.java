package io.github.camelontraport.state;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A state file and its lock. Every change replaces the whole file; at any instant it is the old one or the new one. */
public final class StateFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

    private final Path path;
    private final Path temporary;
    private final StateFileLock lock;

    private StateFile(Path path, StateFileLock lock) {
        this.path = path;
        this.temporary = beside(path, ".tmp");
        this.lock = lock;
    }

    /** Acquires the lock of the file; the file itself may be missing. */
    public static StateFile open(File file) {
        Path given = file.toPath().toAbsolutePath();
        if (Files.isDirectory(given)) {
            throw new IllegalStateException("The state file " + given + " is a directory: name a file in it");
        }
        try {
            Path path = real(given);
            StateFileLock lock = StateFileLock.tryAcquire(beside(path, ".lock"));
            if (lock == null) {
                throw new IllegalStateException("The state file " + path + " is in use: another process, or another"
                        + " repository in this one, holds the lock " + path.getFileName() + ".lock beside it. Stop the"
                        + " other one, let all routes of an application share one repository, or give each its own"
                        + " file");
            }
            return new StateFile(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The state file " + given + " cannot be locked: " + e + ". Its directory must"
                            + " be one where this process may make files and that can lock them; where it cannot, as on some"
                            + " network drives, put the file on a local one",
                    e);
        }
    }

    /** Follows links, so that a file has one lock under all its names. */
    private static Path real(Path given) throws IOException {
        if (Files.exists(given, LinkOption.NOFOLLOW_LINKS)) {
            // A link without a target fails here: a missing drive is likelier than a wish to begin anew.
            return given.toRealPath();
        }
        Path parent = given.getParent();
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
        return parent.toRealPath().resolve(given.getFileName());
    }

    private static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** The entries that were last written; empty when there is no file. */
    public SortedMap<String, String> read() {
        try {
            return StateFileFormat.read(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            LOG.warn(
                    "There is no state file {}; the pollers with their state in it begin at their startFrom. If this is not"
                            + " the first start, look whether the file was moved or its drive is missing",
                    path);
            return new TreeMap<>();
        } catch (StateFileFormat.DamagedException e) {
            throw new IllegalStateException("The state file " + path + " cannot be used: " + e.getMessage() + ". Put a"
                    + " copy of it back; or move it away to begin anew, which means that every poller with its state in"
                    + " it begins at its startFrom again and so may repeat or miss records");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The state file " + path + " cannot be read: " + e + ". Let this process read"
                            + " it; it is not begun anew while it is there",
                    e);
        }
    }

    /** Returns when the entries are on the disk. When it throws, the file is unchanged. */
    public void write(Map<String, String> entries) {
        try {
            writeTemporary(StateFileFormat.write(entries));
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The state file " + path + " cannot be written: " + e + ". It keeps its old"
                            + " state, so what was done since comes again. Look for a full disk, and whether its directory is"
                            + " there and this process may write in it",
                    e);
        }
        forceDirectory();
    }

    private void writeTemporary(byte[] text) throws IOException {
        // A stream, as an interrupt (by which threads are stopped) would close a channel in the middle of a write.
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(text);
            out.getFD().sync();
        }
    }

    /**
     * Makes the rename survive a power failure. Some platforms cannot, such as Windows; then the old state can come back, at
     * worst. So the write does not fail for it.
     */
    private void forceDirectory() {
        boolean interrupted = Thread.interrupted();
        boolean done = false;
        while (!done) {
            try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
                done = true;
            } catch (ClosedByInterruptException e) {
                interrupted |= Thread.interrupted();
            } catch (IOException e) {
                LOG.debug("The directory of the state file {} cannot be synchronised: {}", path, e.toString());
                done = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
