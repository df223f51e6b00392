package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.FieldOptions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes the readers of fields, which turn single values of replies into Java values. Thread-safe. */
final class ValueReader {

    private static final String UNSET_ID = "0";
    private static final String SEPARATOR = "*/*";
    /** Some lists that are unset come as this text. */
    private static final String NULL = "null";
    /** More digits are no amount, and would cost time. */
    private static final int MAX_DIGITS = 100;

    private final Map<FieldKind, Function<FieldMetadata, FieldReader>> readers = new EnumMap<>(FieldKind.class);

    /** Reads the values of one field. */
    @FunctionalInterface
    interface FieldReader {

        /**
         * The value as Java has it; {@code null} when it is unset.
         *
         * @param value      of a reply: a text, number or Boolean; for a list of options also a list
         * @param findings takes what cannot be read, and stays as it came
         */
        Object read(Object value, ReadFindings findings);
    }

    /** Reads one text; {@code null} when it cannot. */
    @FunctionalInterface
    private interface TextReader {

        Object read(String text);
    }

    ValueReader(ZoneId zone) {
        readers.put(FieldKind.TEXT, field -> (value, findings) -> value);
        readers.put(FieldKind.NUMBER, field -> text(field, ValueReader::number));
        readers.put(FieldKind.PRICE, field -> text(field, ValueReader::decimal));
        readers.put(FieldKind.CHECK, field -> text(field, ValueReader::flag));
        readers.put(FieldKind.OPTION, field -> option(field, labels(field)));
        readers.put(FieldKind.OPTIONS, field -> options(field, labels(field)));
        readers.put(FieldKind.DATE, field -> date(field, zone));
        readers.put(FieldKind.TIME, field -> id(field, ValueReader::time));
        readers.put(FieldKind.LINK, field -> id(field, ValueReader::whole));
    }

    /** The reader of a field. Structures stay as they are. */
    FieldReader reader(FieldMetadata field) {
        FieldReader reader = readers.get(field.kind()).apply(field);
        boolean takesLists = field.kind() == FieldKind.OPTIONS;
        // Nearly all values are texts. To ask a text whether it is a Map takes the JVM longer than to read it.
        return (value, findings) ->
                value instanceof String || isRead(value, takesLists) ? reader.read(value, findings) : value;
    }

    private static boolean isRead(Object value, boolean takesLists) {
        return value != null && !(value instanceof Map) && (takesLists || !(value instanceof Collection));
    }

    private static FieldReader text(FieldMetadata field, TextReader reader) {
        return (value, findings) -> {
            String text = value.toString();
            return text.isEmpty() ? null : readOrKeep(field, value, text, reader, findings);
        };
    }

    /** As {@link #text}, for values of which 0 means that there is none. */
    private static FieldReader id(FieldMetadata field, TextReader reader) {
        return (value, findings) -> {
            String text = value.toString();
            return text.isEmpty() || text.equals(UNSET_ID) ? null : readOrKeep(field, value, text, reader, findings);
        };
    }

    private static Object readOrKeep(
            FieldMetadata field, Object value, String text, TextReader reader, ReadFindings findings) {
        Object read = reader.read(text);
        if (read == null) {
            findings.unreadable(field, text);
            return value;
        }
        return read;
    }

    private static Object number(String text) {
        Object whole = whole(text);
        if (whole != null) {
            return whole;
        }
        BigDecimal decimal = decimal(text);
        return decimal == null || decimal.stripTrailingZeros().scale() > 0 ? decimal : integer(decimal);
    }

    private static Object integer(BigDecimal decimal) {
        BigInteger integer = decimal.toBigInteger();
        return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : decimal.setScale(0);
    }

    private static Long whole(String text) {
        try {
            return text.charAt(0) == '+' ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal decimal(String text) {
        try {
            boolean plain = text.length() <= MAX_DIGITS && text.indexOf('e') < 0 && text.indexOf('E') < 0;
            return plain ? new BigDecimal(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "1", "true" -> Boolean.TRUE;
            case "0", "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static Instant time(String text) {
        Long seconds = whole(text);
        try {
            return seconds == null ? null : Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static FieldReader date(FieldMetadata field, ZoneId zone) {
        FieldReader times = id(field, ValueReader::time);
        return (value, findings) -> {
            Object read = times.read(value, findings);
            return read instanceof Instant instant ? date(field, instant, value, zone, findings) : read;
        };
    }

    private static Object date(FieldMetadata field, Instant instant, Object value, ZoneId zone, ReadFindings findings) {
        try {
            LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
            if (!isStartOfDay(local, instant, zone)) {
                findings.dateWithTime(field);
            }
            return local.toLocalDate();
        } catch (DateTimeException e) {
            findings.unreadable(field, value.toString());
            return value;
        }
    }

    /** In zones whose clocks change, a day may begin at another time than midnight, or have midnight twice. */
    private static boolean isStartOfDay(LocalDateTime local, Instant instant, ZoneId zone) {
        return zone.getRules().isFixedOffset()
                ? local.toLocalTime().equals(LocalTime.MIDNIGHT)
                : local.toLocalDate().atStartOfDay(zone).toInstant().equals(instant);
    }

    /**
     * What each option is read as: its label. A label that does not lead back to its option stays an id; as a number where
     * another option has this id as label.
     */
    static Map<String, Object> labels(FieldMetadata field) {
        FieldOptions options = field.options();
        Map<String, Object> labels = new LinkedHashMap<>();
        for (String id : options.ids()) {
            String label = options.label(id).orElseThrow();
            boolean leadsBack = options.ids(label).size() == 1 && !label.isBlank();
            labels.put(id, leadsBack ? label : id(options, id));
        }
        return labels;
    }

    private static Object id(FieldOptions options, String id) {
        Long number = options.ids(id).isEmpty() ? null : whole(id);
        return number == null ? id : (Object) number;
    }

    private static FieldReader option(FieldMetadata field, Map<String, Object> labels) {
        return (value, findings) -> {
            String id = value.toString();
            boolean isUnset = id.isEmpty() || (id.equals(UNSET_ID) && !labels.containsKey(id));
            return isUnset ? null : label(field, labels, id, findings);
        };
    }

    private static FieldReader options(FieldMetadata field, Map<String, Object> labels) {
        return (value, findings) -> {
            List<Object> read = new ArrayList<>();
            ids(value, id -> read.add(label(field, labels, id, findings)));
            return read.isEmpty() ? null : read;
        };
    }

    private static Object label(FieldMetadata field, Map<String, Object> labels, String id, ReadFindings findings) {
        Object label = labels.get(id);
        if (label != null) {
            return label;
        }
        if (!field.options().isEmpty()) {
            findings.unreadable(field, id);
        }
        return id(field.options(), id);
    }

    private static void ids(Object value, Consumer<String> each) {
        if (!(value instanceof String) && value instanceof Collection<?> elements) {
            elements.stream().map(String::valueOf).filter(id -> !id.isEmpty()).forEach(each);
            return;
        }
        String text = value.toString();
        int at = text.equals(UNSET_ID) || text.equals(NULL) ? text.length() : 0;
        while (at < text.length()) {
            int end = text.indexOf(SEPARATOR, at);
            int next = end < 0 ? text.length() : end;
            if (next > at) {
                each.accept(text.substring(at, next));
            }
            at = next + SEPARATOR.length();
        }
    }
}
