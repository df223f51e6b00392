package io.github.camelontraport.api.ratelimit;

import io.github.camelontraport.api.http.TransportResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a reply says about the account's rate limit. Missing and absurd values are left out.
 *
 * @param limit     requests a minute, at least 1
 * @param remaining requests left, not more than the limit
 * @param reset     how long to pause after HTTP 429, by the rules of {@link ThrottlePause}
 */
public record RateLimitHeaders(OptionalInt limit, OptionalInt remaining, Duration reset) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    public static RateLimitHeaders of(TransportResponse reply) {
        OptionalInt limit = number(reply, "x-rate-limit-limit");
        OptionalInt remaining = number(reply, "x-rate-limit-remaining");
        OptionalInt seconds = number(reply, "x-rate-limit-reset");
        if (limit.isPresent() && limit.getAsInt() == 0) {
            limit = OptionalInt.empty();
        }
        if (limit.isPresent() && remaining.isPresent() && remaining.getAsInt() > limit.getAsInt()) {
            // One of the two is wrong, and it is not known which.
            limit = OptionalInt.empty();
            remaining = OptionalInt.empty();
        }
        return new RateLimitHeaders(limit, remaining, ThrottlePause.requested(seconds));
    }

    private static OptionalInt number(TransportResponse reply, String header) {
        Optional<String> given = reply.header(header);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        String text = given.get().strip();
        return NUMBER.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
