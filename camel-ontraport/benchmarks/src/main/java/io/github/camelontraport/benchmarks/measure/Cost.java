package io.github.camelontraport.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a piece of work took.
 *
 * @param nanos     by the clock
 * @param cpuNanos  of all threads, those of compiler and garbage collector included
 * @param allocated bytes, by threads that were still alive at the end
 */
public record Cost(long nanos, long cpuNanos, long allocated) {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    public static Cost of(Runnable work) {
        long allocated = allocatedSoFar();
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Cost(System.nanoTime() - start, PROCESS.getProcessCpuTime() - cpu, allocatedSoFar() - allocated);
    }

    private static long allocatedSoFar() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    /** Bytes that are still in use after a full collection. */
    public static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
