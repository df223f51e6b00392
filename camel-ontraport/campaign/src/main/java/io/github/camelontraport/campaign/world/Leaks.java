package io.github.camelontraport.campaign.world;

import io.github.camelontraport.campaign.time.WorldThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What programs leave behind that have stopped. */
public final class Leaks {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    /** In real time: threads and sockets end a moment after they were told to. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();

    private Leaks() {}

    static void check(WorldThreads threads, Findings findings, String when) {
        if (!comes(() -> threads.ofPrograms().isEmpty())) {
            List<String> names = threads.ofPrograms().stream()
                    .map(thread -> thread.getName() + " " + thread.getState())
                    .toList();
            findings.add(Findings.Kind.LEAKED_THREAD, names + " " + when);
        }
    }

    /** Sockets of this process; none are known where the system does not tell. */
    public static long sockets() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors.filter(Leaks::isSocket).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed meanwhile.
            return false;
        }
    }

    /** Compares with what there was before the world. */
    public static void checkSockets(long before, Findings findings) {
        if (!comes(() -> sockets() <= before)) {
            findings.add(Findings.Kind.LEAKED_SOCKET, sockets() - before + " sockets");
        }
    }

    private static boolean comes(BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }
}
