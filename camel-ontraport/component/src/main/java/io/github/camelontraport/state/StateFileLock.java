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
 * A lock between all repositories of a machine, of this process or another. The system frees it when the process ends,
 * however it ends; the empty file stays, as deleting it could let two in.
 */
final class StateFileLock implements AutoCloseable {

    /**
     * What this process holds. Static, because the system's locks are the process's: on Linux and macOS closing any
     * channel of a locked file frees its lock. So a file that is held here must not even be opened for another try, or
     * the refused one would let other processes in.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private StateFileLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The lock; {@code null} when someone else holds it. The file is made when it is missing. */
    static StateFileLock tryAcquire(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Left by the start before, or held.
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

    /** Frees the lock. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(path);
        }
    }
}
