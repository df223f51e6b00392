package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.server.ApiReplyText;
import io.github.camelontraport.sandbox.server.RateReplyHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The rolling limit of the account: so many calls in any 60 seconds. Guarded by the account's lock. */
public final class RateWindow {

    public static final ApiReplyText REFUSAL = ApiReplyText.text(429, "Rate limit exceeded");

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final Deque<Instant> admitted = new ArrayDeque<>();
    private int limit;

    public RateWindow(int limit) {
        limit(limit);
    }

    public void limit(int requestsPerMinute) {
        if (requestsPerMinute < 1) {
            throw new IllegalArgumentException("Not a number of requests per minute: " + requestsPerMinute);
        }
        limit = requestsPerMinute;
    }

    public void clear() {
        admitted.clear();
    }

    /** Counts a call in, unless the limit is used up. Refused calls do not count. */
    public boolean admit(Instant now) {
        forget(now);
        if (admitted.size() >= limit) {
            return false;
        }
        admitted.addLast(now);
        return true;
    }

    public RateReplyHeaders headers(Instant now) {
        forget(now);
        return new RateReplyHeaders(limit, Math.max(0, limit - admitted.size()), secondsUntilOneIsFree(now));
    }

    /** Rounded up, so that a caller who waits that long is admitted. */
    private int secondsUntilOneIsFree(Instant now) {
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
