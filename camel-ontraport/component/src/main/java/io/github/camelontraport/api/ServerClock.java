package io.github.camelontraport.api;

import io.github.camelontraport.api.time.TimeSource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The server's time according to the {@code Date} header of its last response. Behind by at most the way of that response
 * and the header's whole seconds, and not ahead of the server. The date of a response that was under way for long says
 * little: it counts only when it contradicts what was known before. Thread-safe.
 */
final class ServerClock {

    /** Those who watch for steps of the server's clock allow for so long a way, and for the whole seconds. */
    private static final Duration QUICK = Duration.ofSeconds(2);
    /** A date is cut to whole seconds. */
    private static final Duration CUT = Duration.ofSeconds(1);

    private final TimeSource timeSource;
    private volatile Reading last;

    ServerClock(TimeSource timeSource) {
        this.timeSource = timeSource;
    }

    private record Reading(String text, Instant date, long at) {}

    /**
     * Takes over the header of a response; a header that is not a date makes the time unknown.
     *
     * @param took from sending the request to the response
     */
    void onResponse(Optional<String> date, Duration took) {
        try {
            date.ifPresent(text -> take(new Reading(text, parse(text), timeSource.nanoTime()), took));
        } catch (DateTimeException e) {
            last = null;
        }
    }

    /** Otherwise each slow response would look like a clock that is set back by the time that it took. */
    private void take(Reading reading, Duration took) {
        if (took.compareTo(QUICK) > 0 && isConsistent(reading.date, took)) {
            return;
        }
        last = reading;
    }

    private boolean isConsistent(Instant date, Duration took) {
        return now().filter(known ->
                        !known.isBefore(date) && !known.isAfter(date.plus(took).plus(CUT)))
                .isPresent();
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
