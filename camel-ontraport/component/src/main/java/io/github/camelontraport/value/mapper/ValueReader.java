package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.FieldOptions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Reads single values of replies as Java values. What cannot be read stays as it came, and is reported. Thread-safe.
 */
final class ValueReader {

    private static final String UNSET_ID = "0";
    private static final String SEPARATOR = "*/*";
    private static final Pattern LIST_SEPARATOR = Pattern.compile(Pattern.quote(SEPARATOR));
    /** More digits are no amount, and would cost time. */
    private static final int MAX_DIGITS = 100;

    private final Map<FieldKind, Reader> readers = new EnumMap<>(FieldKind.class);

    @FunctionalInterface
    private interface Reader {

        /** @param unreadable takes the field and a value that cannot be read */
        Object read(FieldMetadata field, Object value, BiConsumer<FieldMetadata, String> unreadable);
    }

    /** Reads one text; {@code null} when it cannot. */
    @FunctionalInterface
    private interface TextReader {

        Object read(String text);
    }

    ValueReader(ZoneId zone) {
        readers.put(FieldKind.TEXT, (field, value, unreadable) -> value);
        readers.put(FieldKind.NUMBER, text(ValueReader::number));
        readers.put(FieldKind.PRICE, text(ValueReader::decimal));
        readers.put(FieldKind.CHECK, text(ValueReader::flag));
        readers.put(FieldKind.OPTION, ValueReader::option);
        readers.put(FieldKind.OPTIONS, ValueReader::options);
        readers.put(FieldKind.DATE, id(text -> date(text, zone)));
        readers.put(FieldKind.TIME, id(ValueReader::time));
        readers.put(FieldKind.LINK, id(ValueReader::whole));
    }

    /**
     * The value as Java has it; {@code null} when it is unset.
     *
     * @param value      of a reply: a text, number, Boolean, list or null
     * @param unreadable takes the field and a value that stays as it came
     */
    Object read(FieldMetadata field, Object value, BiConsumer<FieldMetadata, String> unreadable) {
        boolean isStructure =
                value instanceof Map || (value instanceof Collection && field.kind() != FieldKind.OPTIONS);
        return value == null || isStructure ? value : readers.get(field.kind()).read(field, value, unreadable);
    }

    private static Reader text(TextReader reader) {
        return (field, value, unreadable) -> {
            String text = value.toString();
            return text.isEmpty() ? null : readOrKeep(field, value, text, reader, unreadable);
        };
    }

    /** As {@link #text}, for values of which 0 means that there is none. */
    private static Reader id(TextReader reader) {
        return (field, value, unreadable) -> {
            String text = value.toString();
            return text.isEmpty() || text.equals(UNSET_ID) ? null : readOrKeep(field, value, text, reader, unreadable);
        };
    }

    private static Object readOrKeep(
            FieldMetadata field,
            Object value,
            String text,
            TextReader reader,
            BiConsumer<FieldMetadata, String> unreadable) {
        Object read = reader.read(text);
        if (read == null) {
            unreadable.accept(field, text);
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

    private static LocalDate date(String text, ZoneId zone) {
        Instant instant = time(text);
        try {
            return instant == null ? null : LocalDate.ofInstant(instant, zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Object option(FieldMetadata field, Object value, BiConsumer<FieldMetadata, String> unreadable) {
        String id = value.toString();
        boolean isUnset =
                id.isEmpty() || (id.equals(UNSET_ID) && !field.options().ids().contains(id));
        return isUnset ? null : label(field, id, unreadable);
    }

    /** A label that does not lead back to its option stays an id; as a number where another option has this id as label. */
    private static Object label(FieldMetadata field, String id, BiConsumer<FieldMetadata, String> unreadable) {
        FieldOptions options = field.options();
        Optional<String> label = options.label(id);
        if (label.filter(text -> options.ids(text).size() == 1 && !text.isBlank())
                .isPresent()) {
            return label.get();
        }
        if (label.isEmpty() && !options.isEmpty()) {
            unreadable.accept(field, id);
        }
        Long number = options.ids(id).isEmpty() ? null : whole(id);
        return number == null ? id : (Object) number;
    }

    private static Object options(FieldMetadata field, Object value, BiConsumer<FieldMetadata, String> unreadable) {
        List<String> ids = ids(value);
        if (ids.isEmpty()) {
            return null;
        }
        List<Object> labels = new ArrayList<>(ids.size());
        ids.forEach(id -> labels.add(label(field, id, unreadable)));
        return labels;
    }

    private static List<String> ids(Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.stream()
                    .map(String::valueOf)
                    .filter(id -> !id.isEmpty())
                    .toList();
        }
        String text = value.toString();
        if (text.isEmpty() || text.equals(UNSET_ID)) {
            return List.of();
        }
        return LIST_SEPARATOR.splitAsStream(text).filter(id -> !id.isEmpty()).toList();
    }
}
