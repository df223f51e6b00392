package io.github.camelontraport.api;

import io.github.camelontraport.api.time.TimeSource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The server's time according to the {@code Date} header of its last response. Never ahead of the server, and behind by
 * at most the way of that response and the header's whole seconds. Thread-safe.
 */
final class ServerClock {

    private final TimeSource timeSource;
    private volatile Reading last;

    ServerClock(TimeSource timeSource) {
        this.timeSource = timeSource;
    }

    private record Reading(String text, Instant date, long at) {}

    /** Takes over the header of a response; a header that is not a date makes the time unknown. */
    void onResponse(Optional<String> date) {
        try {
            date.ifPresent(text -> last = new Reading(text, parse(text), timeSource.nanoTime()));
        } catch (DateTimeException e) {
            last = null;
        }
    }

    /** Parses once a second: all responses of a second have the same text, and parsing is slow. */
    private Instant parse(String text) {
        Reading previous = last;
        return previous != null && previous.text.equals(text)
                ? previous.date
                : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
    }

    /** Empty before the first response with a date. */
    Optional<Instant> now() {
        Reading reading = last;
        return reading == null
                ? Optional.empty()
                : Optional.of(reading.date.plus(Duration.ofNanos(timeSource.nanoTime() - reading.at)));
    }
}
