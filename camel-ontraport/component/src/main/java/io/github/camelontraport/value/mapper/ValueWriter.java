package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.ScalarReader;
import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Turns values that people write into values that mean the same to the API: ISO dates into dates, labels into ids of
 * options. What does not fit a field is refused. Thread-safe.
 */
final class ValueWriter {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)");

    private final Map<FieldKind, BiFunction<FieldMetadata, Object, Object>> writers = new EnumMap<>(FieldKind.class);

    /** @param zone in which days begin */
    ValueWriter(ZoneId zone) {
        TimeWriter times = new TimeWriter(zone);
        writers.put(FieldKind.TEXT, (field, value) -> value);
        writers.put(FieldKind.NUMBER, ValueWriter::number);
        writers.put(FieldKind.PRICE, ValueWriter::number);
        writers.put(FieldKind.CHECK, ValueWriter::flag);
        writers.put(FieldKind.OPTION, OptionWriter::option);
        writers.put(FieldKind.OPTIONS, OptionWriter::options);
        writers.put(FieldKind.DATE, times::date);
        writers.put(FieldKind.TIME, times::time);
        writers.put(FieldKind.LINK, ValueWriter::link);
    }

    /**
     * The value for the {@link io.github.camelontraport.value.ValueEncoder ValueEncoder}. Null leaves the field as it is
     * and the empty text clears it, whatever the kind of the field.
     *
     * @throws InvalidInputException naming the field when the value does not fit
     */
    Object write(FieldMetadata field, Object value) {
        Object plain = ScalarReader.unwrapped(value);
        return plain == null || "".equals(plain)
                ? plain
                : writers.get(field.kind()).apply(field, plain);
    }

    private static Object number(FieldMetadata field, Object value) {
        String text = TextValue.of(value).map(String::strip).orElse(null);
        if (value instanceof Number) {
            return value;
        }
        if (text != null && DECIMAL.matcher(text).matches()) {
            return text;
        }
        throw FieldErrors.refused(field, value, "a number", "19.95");
    }

    private static Object flag(FieldMetadata field, Object value) {
        if (value instanceof Boolean || value instanceof AtomicBoolean) {
            return value;
        }
        String text = value instanceof Number
                ? ScalarReader.text(value, field.label())
                : TextValue.of(value).orElse("");
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw FieldErrors.refused(field, value, "true or false", "true");
        };
    }

    private static Object link(FieldMetadata field, Object value) {
        String text = value instanceof Number
                ? ScalarReader.text(value, field.label())
                : TextValue.of(value).map(String::strip).orElse("");
        // The name of a user is looked up later, as that may take a request.
        boolean isName = !(value instanceof Number) && !text.isEmpty() && OwnerNames.isOf(field);
        if (WHOLE.matcher(text).matches() || isName) {
            return text;
        }
        throw FieldErrors.refused(field, value, "the id of a record", "8");
    }
}
