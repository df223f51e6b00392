package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Our own requests of the rolling minute, each counted from its start until a minute after its reply, because it is
 * not known when in between the server counted it. Guarded by the budget's lock.
 */
final class SlidingWindow {

    static final long LENGTH = Duration.ofMinutes(1).toNanos();

    private final Deque<Long> answered = new ArrayDeque<>();
    private final Deque<Long> throttled = new ArrayDeque<>();
    private int inFlight;

    void expire(long now) {
        expire(answered, now);
        expire(throttled, now);
    }

    private static void expire(Deque<Long> replies, long now) {
        while (!replies.isEmpty() && now - replies.peek() >= LENGTH) {
            replies.poll();
        }
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

    /** What is held to the limit. */
    int counted() {
        return inFlight + answered.size() + throttled.size();
    }

    /** What the server counts of it: without those that it refused, as they were not executed. */
    int admitted() {
        return inFlight + answered.size();
    }

    /** When the next request stops counting, or {@code null} when none does by itself. */
    Long nextExpiry() {
        Long first = answered.peek();
        Long other = throttled.peek();
        Long next = first == null || other != null && other - first < 0 ? other : first;
        return next == null ? null : next + LENGTH;
    }
}
