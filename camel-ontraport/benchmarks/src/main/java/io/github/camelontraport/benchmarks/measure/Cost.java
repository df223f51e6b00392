package io.github.camelontraport.benchmarks.measure;

/**
 * What a piece of work took.
 *
 * @param nanos          by the clock
 * @param cpuNanos       of this process, see {@link ProcessCpu}
 * @param serverCpuNanos of the process of the server that it talks to, 0 without one
 * @param allocated      bytes, by all threads
 * @param endedThreads   threads that ended meanwhile and whose last bytes are not in {@code allocated}
 */
public record Cost(long nanos, long cpuNanos, long serverCpuNanos, long allocated, long endedThreads) {}
