package io.github.camelontraport.value.mapper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads dates and times in ISO 8601. */
final class IsoTimes {

    private static final Pattern BEGINNING = Pattern.compile("[+-]?\\d{4,}-\\d{2}-\\d{2}([T ].*)?");

    private IsoTimes() {}

    /** Whether the text looks like a date, whether or not there is such a day. */
    static boolean isLike(String text) {
        return BEGINNING.matcher(text).matches();
    }

    /** Whether the text is a date without a time. */
    static boolean isDay(String text) {
        return parse(text).filter(LocalDate.class::isInstance).isPresent();
    }

    /** A date, or a time with or without zone, with a T or a blank between date and time. */
    static Optional<Temporal> parse(String text) {
        if (!isLike(text)) {
            return Optional.empty();
        }
        try {
            TemporalAccessor parsed = text.length() <= 10
                    ? LocalDate.parse(text)
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text.replace(' ', 'T'), ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of((Temporal) parsed);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
