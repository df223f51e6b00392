package io.github.camelontraport.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock between all repositories of a machine, in this process and in others. The system releases it when the process
 * ends, even by a kill. The empty lock file stays: if it were deleted, two could hold the lock.
 */
final class StateFileLock implements AutoCloseable {

    /**
     * The locks that this process holds. Static, because the system's locks belong to the process: on Linux and macOS,
     * closing any channel of a locked file releases its lock. So a file that is locked here must not be opened again, or
     * the refused attempt would release the lock.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private StateFileLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The lock; {@code null} when it is held already. Creates the file when it is missing. */
    static StateFileLock tryAcquire(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Left by an earlier start, or locked.
        }
        Path path = file.toRealPath();
        if (!HELD.add(path)) {
            return null;
        }
        StateFileLock lock = null;
        try {
            lock = lock(path);
        } finally {
            if (lock == null) {
                HELD.remove(path);
            }
        }
        return lock;
    }

    private static StateFileLock lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by another class loader's copy of this class.
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? new StateFileLock(path, channel) : null;
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(path);
        }
    }
}
