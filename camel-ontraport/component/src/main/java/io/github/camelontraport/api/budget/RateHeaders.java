package io.github.camelontraport.api.budget;

import io.github.camelontraport.api.http.HttpReply;
import java.time.Duration;
import java.util.OptionalInt;

/** What a reply says about the account's limit. The values come from outside and may be missing or absurd. */
public final class RateHeaders {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private RateHeaders() {
    }

    /** Requests left, if the reply says so. */
    public static OptionalInt remaining(HttpReply reply) {
        return number(reply, "x-rate-limit-remaining");
    }

    /**
     * How long to pause after HTTP 429: the seconds until the window resets; a whole window when they are missing,
     * negative or longer than two windows, as no honest server asks for more.
     */
    public static Duration pause(HttpReply reply) {
        OptionalInt seconds = number(reply, "x-rate-limit-reset");
        return seconds.isPresent() && seconds.getAsInt() <= LONGEST_PAUSE.toSeconds()
                ? Duration.ofSeconds(Math.max(1, seconds.getAsInt())) : WINDOW;
    }

    private static OptionalInt number(HttpReply reply, String header) {
        String text = reply.header(header).map(String::strip).orElse("");
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
