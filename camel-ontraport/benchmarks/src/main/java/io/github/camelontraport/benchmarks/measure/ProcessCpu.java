package io.github.camelontraport.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time of a process. On Linux the threads with which a JVM compiles, collects and watches itself are left out; elsewhere
 * they are part of it.
 */
public final class ProcessCpu {

    /** As the kernel names them: the first 15 characters. Collections of the serial collector run in the VM's thread. */
    private static final List<String> OF_THE_JVM =
            List.of("C1 Compiler", "C2 Compiler", "Sweeper thread", "GC Thread", "G1 ", "VM Thread", "VM Periodic");

    /** The unit of {@code /proc/<pid>/stat}, the same on all Linux systems of today. */
    private static final long TICK_NANOS = 10_000_000;

    /** User and system time of two readings may each be off by a tick. */
    private static final long UNCERTAIN_NANOS = 4 * TICK_NANOS;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private final ProcessHandle process;
    private final Path files;

    private ProcessCpu(ProcessHandle process) {
        this.process = process;
        this.files = Path.of("/proc", Long.toString(process.pid()));
    }

    public static ProcessCpu of(ProcessHandle process) {
        return new ProcessCpu(process);
    }

    /** Whether the JVM's own threads can be told apart here. */
    public static boolean isByThread() {
        return Files.isReadable(Path.of("/proc/self/schedstat"));
    }

    /** The state of the counters now; {@link Reading#since} compares two of them. */
    public Reading read() {
        if (!isByThread()) {
            return new Reading(
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos(), Map.of());
        }
        long all = processNanos();
        Map<Long, ThreadTime> threads = new HashMap<>();
        try (Stream<Path> tasks = Files.list(files.resolve("task"))) {
            tasks.forEach(task -> read(task, threads));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reading(all, threads);
    }

    private static void read(Path task, Map<Long, ThreadTime> threads) {
        try {
            String name = Files.readString(task.resolve("comm"));
            String spent = Files.readString(task.resolve("schedstat"));
            threads.put(
                    Long.valueOf(task.getFileName().toString()),
                    new ThreadTime(
                            Long.parseLong(spent.substring(0, spent.indexOf(' '))),
                            OF_THE_JVM.stream().anyMatch(name::startsWith)));
        } catch (NoSuchFileException e) {
            // The thread ended after the folder was listed.
        } catch (IOException e) {
            // A thread that ends while its file is read fails so, too: "No such process".
            if (Files.exists(task)) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private long processNanos() {
        try {
            String stat = Files.readString(files.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * TICK_NANOS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record ThreadTime(long nanos, boolean ofTheJvm) {}

    /** The counters at one time. */
    public static final class Reading {

        private final long processNanos;
        private final Map<Long, ThreadTime> threads;

        private Reading(long processNanos, Map<Long, ThreadTime> threads) {
            this.processNanos = processNanos;
            this.threads = threads;
        }

        /** Nanoseconds since the earlier reading. */
        public long since(Reading earlier) {
            long all = processNanos - earlier.processNanos;
            if (threads.isEmpty()) {
                return all;
            }
            long alive = 0;
            long ofTheJvm = 0;
            for (Map.Entry<Long, ThreadTime> thread : threads.entrySet()) {
                long spent = thread.getValue().nanos - nanos(earlier.threads.get(thread.getKey()), thread.getValue());
                alive += spent;
                ofTheJvm += thread.getValue().ofTheJvm ? spent : 0;
            }
            // The process' counter has what threads spent that have ended, but is coarse.
            long ended = all - alive;
            return alive - ofTheJvm + (ended > UNCERTAIN_NANOS ? ended : 0);
        }

        /** The kernel gives the id of a thread that has ended to a new one, whose time begins at 0. */
        private static long nanos(ThreadTime earlier, ThreadTime later) {
            return earlier == null || earlier.nanos > later.nanos ? 0 : earlier.nanos;
        }
    }
}
