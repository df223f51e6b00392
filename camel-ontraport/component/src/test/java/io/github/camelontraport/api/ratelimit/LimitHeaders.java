package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.OptionalInt;

/** What replies say about the limit. */
final class LimitHeaders {

    static final RateLimitHeaders NOTHING = pause(Duration.ofMinutes(1));

    private LimitHeaders() {}

    static RateLimitHeaders pause(Duration reset) {
        return new RateLimitHeaders(OptionalInt.empty(), OptionalInt.empty(), reset);
    }

    static RateLimitHeaders remaining(int limit, int remaining) {
        return new RateLimitHeaders(OptionalInt.of(limit), OptionalInt.of(remaining), Duration.ofMinutes(1));
    }
}
