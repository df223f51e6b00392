package io.github.camelontraport.benchmarks.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** The account's own count: so many requests in any window of time. */
public final class RollingLimit {

    private final int limit;
    private final long window;
    private final Deque<Long> accepted = new ArrayDeque<>();
    private long acceptedInAll;
    private long refused;

    public RollingLimit(int limit, long windowNanos) {
        this.limit = limit;
        this.window = windowNanos;
    }

    /** Whether a request that comes now is accepted. */
    public synchronized boolean accept(long now) {
        while (!accepted.isEmpty() && now - accepted.peek() >= window) {
            accepted.poll();
        }
        if (accepted.size() >= limit) {
            refused++;
            return false;
        }
        accepted.add(now);
        acceptedInAll++;
        return true;
    }

    public synchronized int remaining() {
        return limit - accepted.size();
    }

    /** Seconds until there is room again. */
    public synchronized long reset(long now) {
        return accepted.isEmpty() ? 0 : Math.max(1, (accepted.peek() + window - now) / 1_000_000_000);
    }

    public synchronized long accepted() {
        return acceptedInAll;
    }

    public synchronized long refused() {
        return refused;
    }
}
