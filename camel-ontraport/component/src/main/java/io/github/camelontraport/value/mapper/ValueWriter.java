package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.value.ScalarReader;
import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.FieldOptions;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Turns values that people write into values that mean the same to the API: ISO dates into dates, labels into ids of
 * options. What does not fit a field is refused. Thread-safe.
 */
final class ValueWriter {

    private static final String SEPARATOR = "*/*";
    private static final Pattern LIST_SEPARATOR = Pattern.compile(Pattern.quote(SEPARATOR));
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)");

    private final Map<FieldKind, BiFunction<FieldMetadata, Object, Object>> writers = new EnumMap<>(FieldKind.class);

    ValueWriter() {
        writers.put(FieldKind.TEXT, (field, value) -> value);
        writers.put(FieldKind.NUMBER, ValueWriter::number);
        writers.put(FieldKind.PRICE, ValueWriter::number);
        writers.put(FieldKind.CHECK, ValueWriter::flag);
        writers.put(FieldKind.OPTION, ValueWriter::option);
        writers.put(FieldKind.OPTIONS, ValueWriter::options);
        writers.put(FieldKind.DATE, ValueWriter::time);
        writers.put(FieldKind.TIME, ValueWriter::time);
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
        String text = text(value).map(String::strip).orElse(null);
        if (value instanceof Number) {
            return value;
        }
        if (text != null && DECIMAL.matcher(text).matches()) {
            return text;
        }
        throw refused(field, value, "a number", "19.95");
    }

    private static Object flag(FieldMetadata field, Object value) {
        if (value instanceof Boolean || value instanceof AtomicBoolean) {
            return value;
        }
        String text = value instanceof Number ? value.toString() : text(value).orElse("");
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw refused(field, value, "true or false", "true");
        };
    }

    private static Object time(FieldMetadata field, Object value) {
        if (value instanceof Number
                || value instanceof Temporal
                || value instanceof Date
                || value instanceof Calendar) {
            return value;
        }
        Optional<String> text = text(value).map(String::strip);
        if (text.filter(WHOLE.asMatchPredicate()).isPresent()) {
            return text.get();
        }
        return text.flatMap(IsoTimes::parse)
                .orElseThrow(() -> refused(field, value, "a date or time", "2026-03-01 or 2026-03-01T10:00:00Z"));
    }

    private static Object link(FieldMetadata field, Object value) {
        String text = text(value).map(String::strip).orElse("");
        if (value instanceof Number) {
            return value;
        }
        // The name of a user is looked up later, as that may take a request.
        if (WHOLE.matcher(text).matches() || (OwnerNames.isOf(field) && !text.isEmpty())) {
            return text;
        }
        throw refused(field, value, "the id of a record", "8");
    }

    private static Object option(FieldMetadata field, Object value) {
        if (value instanceof Number) {
            return optionWithId(field, ScalarReader.text(value, field.label()))
                    .orElseThrow(() -> unknownOption(field, ScalarReader.text(value, field.label())));
        }
        String text = text(value).orElseThrow(() -> refused(field, value, "one of its options", "a label"));
        return find(field, text).orElseThrow(() -> unknownOption(field, text));
    }

    /** A text is a label first, then an id. */
    private static Optional<String> find(FieldMetadata field, String text) {
        Optional<String> exact = optionLabelled(field, text).or(() -> optionWithId(field, text));
        return exact.isPresent() || text.equals(text.strip()) ? exact : find(field, text.strip());
    }

    private static Optional<String> optionLabelled(FieldMetadata field, String label) {
        List<String> ids = field.options().ids(label);
        if (ids.size() > 1) {
            throw new InvalidInputException("Field " + name(field) + " has several options '" + label
                    + "'; give one of their ids as a number: " + String.join(", ", ids));
        }
        return ids.stream().findFirst();
    }

    private static Optional<String> optionWithId(FieldMetadata field, String id) {
        FieldOptions options = field.options();
        return options.isEmpty() || options.ids().contains(id) ? Optional.of(id) : Optional.empty();
    }

    private static Object options(FieldMetadata field, Object value) {
        if (value instanceof Collection<?> || value instanceof Object[]) {
            Collection<?> elements = value instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) value;
            return elements.stream()
                    .map(ScalarReader::unwrapped)
                    .filter(element -> element != null)
                    .map(element -> option(field, element))
                    .toList();
        }
        String text = value instanceof Number
                ? ScalarReader.text(value, field.label())
                : text(value).orElseThrow(() -> refused(field, value, "a list of its options", "['...', '...']"));
        if (text.startsWith(SEPARATOR)) {
            return LIST_SEPARATOR
                    .splitAsStream(text)
                    .filter(id -> !id.isEmpty())
                    .map(id -> optionWithId(field, id).orElseThrow(() -> unknownOption(field, id)))
                    .toList();
        }
        Optional<String> whole = field.options().isEmpty() ? Optional.empty() : find(field, text);
        return whole.map(List::of).orElseGet(() -> Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> (String) option(field, part))
                .toList());
    }

    /** The id of an option for a comparison: as {@link #write} has it, for lists too. */
    Object operand(FieldMetadata field, String text) {
        return switch (field.kind()) {
            case OPTION, OPTIONS -> option(field, text);
            case CHECK, DATE, TIME -> write(field, text);
            default -> text;
        };
    }

    private static Optional<String> text(Object value) {
        boolean isText = value instanceof CharSequence
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof UUID;
        return isText ? Optional.of(ScalarReader.text(value, "The value")) : Optional.empty();
    }

    private static UnknownNameException unknownOption(FieldMetadata field, String text) {
        FieldOptions options = field.options();
        String hint = Suggestions.hint(text, options.labels());
        return new UnknownNameException("Field " + name(field) + ": '" + text + "' is none of its options."
                + (hint.isEmpty() && options.labels().size() <= 20 ? " It has " + options.labels() + "." : hint));
    }

    private static InvalidInputException refused(FieldMetadata field, Object value, String needed, String example) {
        String found = text(value)
                .map(text -> "the text '" + text + "'")
                .orElse("a " + value.getClass().getTypeName());
        return new InvalidInputException(
                "Field " + name(field) + " takes " + needed + ", such as " + example + ", not " + found + ".");
    }

    /** The label and the key, as a user may know either. */
    private static String name(FieldMetadata field) {
        return field.label().equals(field.key())
                ? "'" + field.key() + "'"
                : "'" + field.label() + "' (" + field.key() + ")";
    }
}
