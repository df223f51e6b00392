package io.github.camelontraport.api.ratelimit;

import io.github.camelontraport.api.http.TransportResponse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a reply says about the account's rate limit. Missing and absurd values are left out.
 *
 * @param limit     requests a minute, at least 1
 * @param remaining requests left, not more than the limit
 * @param reset     how long to pause after HTTP 429: the seconds until the window resets; a whole window when they
 *                  are missing, negative or longer than two windows, as no honest server asks for more
 */
public record RateLimitHeaders(OptionalInt limit, OptionalInt remaining, Duration reset) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

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
        Duration reset = seconds.isPresent() && seconds.getAsInt() <= LONGEST_PAUSE.toSeconds()
                ? Duration.ofSeconds(Math.max(1, seconds.getAsInt()))
                : WINDOW;
        return new RateLimitHeaders(limit, remaining, reset);
    }

    private static OptionalInt number(TransportResponse reply, String header) {
        String text = reply.header(header).map(String::strip).orElse("");
        return NUMBER.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
