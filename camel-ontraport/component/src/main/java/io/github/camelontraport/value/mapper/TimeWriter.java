package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.ScalarReader;
import io.github.camelontraport.value.field.FieldMetadata;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns ISO texts into dates and times, and times into dates where a field holds days. Immutable. */
final class TimeWriter {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    /** The last second of the year 9999; more is a count of milliseconds. */
    private static final BigDecimal LAST_SECOND =
            BigDecimal.valueOf(Year.of(9999).atDay(365).atTime(23, 59, 59).toEpochSecond(ZoneOffset.UTC));

    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final Pattern DAY_WITHOUT_DASHES = Pattern.compile("(19|20)\\d{6}");

    private final ZoneId zone;

    /** @param zone in which days begin */
    TimeWriter(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The day of a value. The day of a time with a zone is the one that it shows, of an instant that in the zone of the
     * endpoint; a number of seconds stays.
     */
    Object date(FieldMetadata field, Object value) {
        Object time = time(field, value);
        if (time instanceof ZonedDateTime zoned) {
            // The text of an Instant ends with Z.
            boolean isInstant =
                    !(value instanceof Temporal) && zoned.getOffset().equals(ZoneOffset.UTC);
            return isInstant ? LocalDate.ofInstant(zoned.toInstant(), zone) : zoned.toLocalDate();
        }
        if (time instanceof OffsetDateTime zoned) {
            return zoned.toLocalDate();
        }
        if (time instanceof LocalDateTime local) {
            return local.toLocalDate();
        }
        if (time instanceof Instant instant) {
            return LocalDate.ofInstant(instant, zone);
        }
        if (time instanceof Calendar calendar) {
            return LocalDate.ofInstant(
                    calendar.toInstant(), calendar.getTimeZone().toZoneId());
        }
        return time instanceof Date date && !(date instanceof java.sql.Date)
                ? LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), zone)
                : time;
    }

    /** A date or time for the {@link io.github.camelontraport.value.ValueEncoder ValueEncoder}; numbers are Unix seconds. */
    Object time(FieldMetadata field, Object value) {
        if (value instanceof Temporal || value instanceof Date || value instanceof Calendar) {
            return value;
        }
        if (value instanceof Number) {
            String number = ScalarReader.text(value, field.label());
            requireNoDay(field, number);
            return seconds(field, value, number);
        }
        Optional<String> text = TextValue.of(value).map(String::strip);
        if (text.filter(WHOLE.asMatchPredicate()).isPresent()) {
            requireNoDay(field, text.get());
            return seconds(field, value, text.get());
        }
        return text.flatMap(IsoTimes::parse).orElseThrow(() -> refused(field, value));
    }

    private static String seconds(FieldMetadata field, Object value, String text) {
        BigDecimal seconds = new BigDecimal(text);
        if (seconds.stripTrailingZeros().scale() > 0 || seconds.abs().compareTo(LAST_SECOND) > 0) {
            throw FieldErrors.refused(field, value, "a date or time, as a number in whole Unix seconds", "1760000000");
        }
        return text;
    }

    /** As seconds, a year or a day without dashes would be some hour of 1970. */
    private static void requireNoDay(FieldMetadata field, String text) {
        if (YEAR.matcher(text).matches() || (DAY_WITHOUT_DASHES.matcher(text).matches() && isDay(text))) {
            throw refused(field, text);
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static InvalidInputException refused(FieldMetadata field, Object value) {
        return FieldErrors.refused(field, value, "a date or time", "2026-03-01 or 2026-03-01T10:00:00Z");
    }
}
