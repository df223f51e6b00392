package io.github.camelontraport.sandbox.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The rolling rate limit: at most so many requests in any 60 seconds. Guarded by the account's lock. */
public final class RateLimitWindow {

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final Deque<Instant> admitted = new ArrayDeque<>();
    private int limit;

    public RateLimitWindow(int limit) {
        limit(limit);
    }

    public void limit(int requestsPerMinute) {
        if (requestsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "The number of requests per minute must be at least 1, but is " + requestsPerMinute);
        }
        limit = requestsPerMinute;
    }

    public void clear() {
        admitted.clear();
    }

    /** Admits and counts a request unless the limit is used up. Refused requests do not count. */
    public boolean admit(Instant now) {
        forget(now);
        if (admitted.size() >= limit) {
            return false;
        }
        admitted.addLast(now);
        return true;
    }

    public RateHeaders headers(Instant now) {
        forget(now);
        return new RateHeaders(limit, Math.max(0, limit - admitted.size()), secondsUntilReset(now));
    }

    /** Rounded up, so that a client that waits so long is admitted. */
    private int secondsUntilReset(Instant now) {
        Instant oldest = admitted.isEmpty() ? now : admitted.getFirst();
        return (int) Duration.between(now, oldest.plus(WINDOW))
                .plusNanos(999_999_999)
                .toSeconds();
    }

    private void forget(Instant now) {
        Instant start = now.minus(WINDOW);
        while (!admitted.isEmpty() && !admitted.getFirst().isAfter(start)) {
            admitted.removeFirst();
        }
    }
}
