package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.ScalarReader;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.FieldOptions;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns labels into the ids of options, for drop-downs and lists. */
final class OptionWriter {

    static final String SEPARATOR = "*/*";

    private static final Pattern LIST_SEPARATOR = Pattern.compile(Pattern.quote(SEPARATOR));

    private OptionWriter() {}

    /**
     * The id of one option. A number is an id; a text is a label, or else an id.
     *
     * @throws InvalidInputException when the field has no such option, or several with the label
     */
    static String option(FieldMetadata field, Object value) {
        if (value instanceof Number) {
            String id = ScalarReader.text(value, field.label());
            return withId(field, id).orElseThrow(() -> FieldErrors.unknownOption(field, id));
        }
        String text = TextValue.of(value)
                .orElseThrow(() -> FieldErrors.refused(field, value, "one of its options", "a label"));
        return find(field, text).orElseThrow(() -> FieldErrors.unknownOption(field, text));
    }

    /** The ids of the options of a list: of a collection, an array, a text of the API, or labels between commas. */
    static List<String> options(FieldMetadata field, Object value) {
        Optional<String> text =
                value instanceof Number ? Optional.of(ScalarReader.text(value, field.label())) : TextValue.of(value);
        if (text.isPresent()) {
            return ofText(field, text.get());
        }
        if (!(value instanceof Collection) && !value.getClass().isArray()) {
            throw FieldErrors.refused(field, value, "a list of its options", "['...', '...']");
        }
        return elements(value).stream()
                .map(ScalarReader::unwrapped)
                .filter(Objects::nonNull)
                .map(element -> option(field, element))
                .distinct()
                .toList();
    }

    private static Collection<?> elements(Object value) {
        if (value instanceof Collection<?> elements) {
            return elements;
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            elements.add(Array.get(value, i));
        }
        return elements;
    }

    private static List<String> ofText(FieldMetadata field, String text) {
        if (text.startsWith(SEPARATOR)) {
            return LIST_SEPARATOR
                    .splitAsStream(text)
                    .filter(id -> !id.isEmpty())
                    .map(id -> withId(field, id).orElseThrow(() -> FieldErrors.unknownOption(field, id)))
                    .toList();
        }
        Optional<String> whole = field.options().isEmpty() ? Optional.empty() : find(field, text);
        return whole.map(List::of).orElseGet(() -> Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> option(field, part))
                .distinct()
                .toList());
    }

    private static Optional<String> find(FieldMetadata field, String text) {
        Optional<String> exact = labelled(field, text).or(() -> withId(field, text));
        return exact.isPresent() || text.equals(text.strip()) ? exact : find(field, text.strip());
    }

    private static Optional<String> labelled(FieldMetadata field, String label) {
        List<String> ids = field.options().ids(label);
        if (ids.size() > 1) {
            throw new InvalidInputException("Field " + FieldErrors.name(field) + " has several options '" + label
                    + "'; give one of their ids as a number: " + String.join(", ", ids));
        }
        return ids.stream().findFirst();
    }

    private static Optional<String> withId(FieldMetadata field, String id) {
        FieldOptions options = field.options();
        return options.isEmpty() || options.ids().contains(id) ? Optional.of(id) : Optional.empty();
    }
}
