package io.github.camelontraport.api;

import io.github.camelontraport.api.time.TimeSource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What time it is at the server, going by the {@code Date} header of its last reply. Never ahead of it, and behind by
 * no more than that reply's way and the header's whole seconds. Thread-safe.
 */
final class ServerClock {

    private final TimeSource timing;
    private volatile Reading last;

    ServerClock(TimeSource timing) {
        this.timing = timing;
    }

    private record Reading(String text, Instant date, long at) {}

    /** A reply came; a header that is no date tells nothing. */
    void onResponse(Optional<String> date) {
        try {
            date.ifPresent(text -> last = new Reading(text, parse(text), timing.nanoTime()));
        } catch (DateTimeException e) {
            last = null;
        }
    }

    /** All replies of a second have the same text, and reading it takes longer than anything else about a reply. */
    private Instant parse(String text) {
        Reading before = last;
        return before != null && before.text.equals(text)
                ? before.date
                : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
    }

    /** Empty before the first reply, and when replies have no date. */
    Optional<Instant> now() {
        Reading reading = last;
        return reading == null
                ? Optional.empty()
                : Optional.of(reading.date.plus(Duration.ofNanos(timing.nanoTime() - reading.at)));
    }
}
