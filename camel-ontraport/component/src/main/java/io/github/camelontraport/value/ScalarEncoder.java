package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.github.camelontraport.api.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Single values as the API takes them. */
final class ScalarEncoder {

    /** The API counts time in seconds everywhere but here. */
    private static final String MILLISECONDS_FIELD = "trans_date";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<Class<?>, BiFunction<FieldPath, Object, ValueNode>> writers = new LinkedHashMap<>();

    /** @param zone where a date or a time without zone is meant */
    ScalarEncoder(ZoneId zone) {
        text(CharSequence.class, CharSequence::toString);
        text(Character.class, String::valueOf);
        text(char[].class, String::valueOf);
        text(UUID.class, UUID::toString);
        writers.put(Enum.class, (field, constant) -> NODES.textNode(EnumText.of((Enum<?>) constant)));
        write(Boolean.class, (field, flag) -> flag(flag));
        write(AtomicBoolean.class, (field, flag) -> flag(flag.get()));
        write(Number.class, ScalarEncoder::number);
        time(Instant.class, instant -> instant);
        time(ZonedDateTime.class, ZonedDateTime::toInstant);
        time(OffsetDateTime.class, OffsetDateTime::toInstant);
        time(LocalDateTime.class, dateTime -> dateTime.atZone(zone).toInstant());
        time(LocalDate.class, date -> date.atStartOfDay(zone).toInstant());
        // A date of a database is a day, which its class shows in the zone of the JVM.
        time(java.sql.Date.class, date -> date.toLocalDate().atStartOfDay(zone).toInstant());
        writers.put(java.sql.Time.class, (field, time) -> {
            throw field.refused("cannot hold a java.sql.Time, a time without a date; give a text or a date and time.");
        });
        time(Date.class, date -> Instant.ofEpochMilli(date.getTime()));
        time(Calendar.class, Calendar::toInstant);
    }

    /** A date or time in wire form; empty for any other value. */
    Optional<ValueNode> time(Object value) {
        boolean time = value instanceof Temporal || value instanceof Date || value instanceof Calendar;
        return time ? write(FieldPath.NONE, value) : Optional.empty();
    }

    /** Empty when the value is not a single one, or of a class with no known form. */
    Optional<ValueNode> write(FieldPath field, Object value) {
        for (Map.Entry<Class<?>, BiFunction<FieldPath, Object, ValueNode>> writer : writers.entrySet()) {
            if (writer.getKey().isInstance(value)) {
                return Optional.of(writer.getValue().apply(field, value));
            }
        }
        return Optional.empty();
    }

    private <T> void write(Class<T> type, BiFunction<FieldPath, T, ValueNode> writer) {
        writers.put(type, (field, value) -> writer.apply(field, type.cast(value)));
    }

    private <T> void text(Class<T> type, Function<T, String> text) {
        write(type, (field, value) -> text(field, text.apply(value)));
    }

    private static ValueNode text(FieldPath field, String text) {
        if (TextChecks.isBroken(text)) {
            throw field.refused("holds half of a character (a lone surrogate), which cannot be sent.");
        }
        return NODES.textNode(text);
    }

    private <T> void time(Class<T> type, Function<T, Instant> instant) {
        write(type, (field, value) -> {
            try {
                return time(field, instant.apply(value));
            } catch (DateTimeException | ArithmeticException e) {
                throw field.refused("cannot hold " + value + ", which is too far from today to be counted.");
            }
        });
    }

    private static ValueNode time(FieldPath field, Instant instant) {
        return NODES.numberNode(
                field.name().equals(MILLISECONDS_FIELD) ? instant.toEpochMilli() : instant.getEpochSecond());
    }

    private static ValueNode flag(boolean flag) {
        return NODES.numberNode(flag ? 1 : 0);
    }

    private static ValueNode number(FieldPath field, Number number) {
        BigDecimal decimal = decimal(field, number);
        if (Math.abs((long) decimal.scale()) > Json.MOST_DIGITS || decimal.precision() > Json.MOST_DIGITS) {
            throw field.refused("holds a number of more than " + Json.MOST_DIGITS + " digits.");
        }
        BigDecimal written = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        // Jackson writes tiny numbers with an exponent. As text they have none, and the API accepts both.
        boolean exponent = written.toString().indexOf('E') >= 0;
        return exponent ? NODES.textNode(written.toPlainString()) : NODES.numberNode(written);
    }

    private static BigDecimal decimal(FieldPath field, Number number) {
        try {
            return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw field.refused("cannot hold the number " + number + ".");
        }
    }
}
