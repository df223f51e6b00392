package io.github.camelontraport.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;

/** Measures work of this process, and beside it what it makes a server in another process do. */
public final class Meter {

    private static final int COLLECTIONS = 4;

    private final ProcessCpu self = ProcessCpu.of(ProcessHandle.current());
    private final List<ProcessCpu> servers;

    /** @param servers their CPU time is added up */
    public Meter(ProcessCpu... servers) {
        this.servers = List.of(servers);
    }

    public Cost measure(Runnable work) {
        List<ProcessCpu.Reading> serversBefore = read(servers);
        Allocation allocated = Allocation.read();
        ProcessCpu.Reading cpu = self.read();
        long start = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - start;
        long cpuNanos = self.read().since(cpu);
        Allocation now = Allocation.read();
        List<ProcessCpu.Reading> serversNow = read(servers);
        long serverNanos = 0;
        for (int i = 0; i < serversNow.size(); i++) {
            serverNanos += serversNow.get(i).since(serversBefore.get(i));
        }
        return new Cost(nanos, cpuNanos, serverNanos, now.since(allocated), now.endedSince(allocated));
    }

    private static List<ProcessCpu.Reading> read(List<ProcessCpu> processes) {
        return processes.stream().map(ProcessCpu::read).toList();
    }

    /** Bytes that are still in use after a full collection. */
    public static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Bytes that are in use when further collections free no more, as some objects are freed only by a later one. */
    public static long settledHeap() {
        return LongStream.generate(Meter::liveHeap).limit(COLLECTIONS).min().orElseThrow();
    }
}
