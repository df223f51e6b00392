package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The own requests of the last minute. Each counts from its start until a minute after its reply, as it is unknown when
 * in between the server counted it. Guarded by the limiter's lock.
 */
final class SlidingWindow {

    static final long LENGTH = Duration.ofMinutes(1).toNanos();

    private final Deque<Long> answered = new ArrayDeque<>();
    private final Deque<Long> throttled = new ArrayDeque<>();
    private int inFlight;
    private long expired;

    void expire(long now) {
        expired += expire(answered, now);
        expire(throttled, now);
    }

    private static int expire(Deque<Long> replies, long now) {
        int before = replies.size();
        while (!replies.isEmpty() && now - replies.peek() >= LENGTH) {
            replies.poll();
        }
        return before - replies.size();
    }

    void started() {
        inFlight++;
    }

    void answered(long now) {
        inFlight--;
        answered.add(now);
    }

    void throttled(long now) {
        inFlight--;
        throttled.add(now);
    }

    void unused() {
        inFlight--;
    }

    int inFlight() {
        return inFlight;
    }

    /** All requests that count towards the configured limit. */
    int counted() {
        return inFlight + answered.size() + throttled.size();
    }

    /** The requests that the server counts, or may count: it does not execute, nor count, those it refuses. */
    int admitted() {
        return inFlight + answered.size();
    }

    /** How many admitted requests have left the window since the beginning. */
    long expired() {
        return expired;
    }

    /** When the next request leaves the window, or null when none does by itself. */
    Long nextExpiry() {
        Long first = answered.peek();
        Long other = throttled.peek();
        Long next = first == null || (other != null && other - first < 0) ? other : first;
        return next == null ? null : next + LENGTH;
    }
}
