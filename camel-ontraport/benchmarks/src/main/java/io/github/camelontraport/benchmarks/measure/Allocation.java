package io.github.camelontraport.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Bytes that the threads of this JVM allocate. Never falls: what a thread allocated before its end is not taken back. */
final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Optional<Method> TOTAL = total();

    private final long total;
    private final Map<Long, Long> byThread;
    private final long ended;

    private Allocation(long total, Map<Long, Long> byThread, long ended) {
        this.total = total;
        this.byThread = byThread;
        this.ended = ended;
    }

    /** From Java 21 on the JVM counts for all threads, whether they live or not. */
    private static Optional<Method> total() {
        try {
            return Optional.of(ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes"));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    static Allocation read() {
        return TOTAL.isPresent() ? new Allocation(call(TOTAL.get()), Map.of(), 0) : readByThread();
    }

    static Allocation readByThread() {
        long ended = THREADS.getTotalStartedThreadCount() - THREADS.getThreadCount();
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> byThread = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            // Negative for a thread that has just ended.
            if (bytes[i] >= 0) {
                byThread.put(ids[i], bytes[i]);
            }
        }
        return new Allocation(0, byThread, ended);
    }

    private static long call(Method total) {
        try {
            return (long) total.invoke(THREADS);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Thread by thread, as the sum over all threads falls when one ends. Java gives no thread id twice. */
    long since(Allocation earlier) {
        return total
                - earlier.total
                + byThread.entrySet().stream()
                        .mapToLong(thread -> thread.getValue() - earlier.byThread.getOrDefault(thread.getKey(), 0L))
                        .sum();
    }

    /** How many threads ended whose last bytes are missing in {@link #since}: it is a lower bound then. */
    long endedSince(Allocation earlier) {
        return ended - earlier.ended;
    }
}
