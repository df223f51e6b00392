package io.github.camelontraport.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

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
        Map<Long, Long> allocated = allocatedSoFar();
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Cost(System.nanoTime() - start, PROCESS.getProcessCpuTime() - cpu, since(allocated));
    }

    /** Bytes by thread id. Ids are not given twice, and a thread that has ended has no entry. */
    private static Map<Long, Long> allocatedSoFar() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            // Negative for a thread that has just ended.
            if (bytes[i] >= 0) {
                allocated.put(ids[i], bytes[i]);
            }
        }
        return allocated;
    }

    /** Thread by thread, as the sum over all threads falls when one ends. */
    private static long since(Map<Long, Long> earlier) {
        return allocatedSoFar().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - earlier.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    /** Bytes that are still in use after a full collection. */
    public static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
