package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.FieldOptions;
import java.util.Optional;

/** The refusals of values that a field cannot have. */
final class FieldErrors {

    private static final int MOST_SHOWN = 20;

    private FieldErrors() {}

    /**
     * @param needed  what the field takes, such as {@code a number}
     * @param example how it is written
     */
    static InvalidInputException refused(FieldMetadata field, Object value, String needed, String example) {
        Optional<String> text = TextValue.of(value);
        String found = text.map(known -> "the text '" + known + "'")
                .orElseGet(() -> value instanceof Number
                        ? "the number " + value
                        : "a " + value.getClass().getTypeName());
        return new InvalidInputException(
                "Field " + name(field) + " takes " + needed + ", such as " + example + ", not " + found + ".");
    }

    static UnknownNameException unknownOption(FieldMetadata field, String text) {
        FieldOptions options = field.options();
        String hint = options.labels().contains(text) ? "" : Suggestions.hint(text, options.labels());
        return new UnknownNameException("Field " + name(field) + ": '" + text + "' is none of its options."
                + (hint.isEmpty() && options.labels().size() <= MOST_SHOWN
                        ? " It has " + options.labels() + "."
                        : hint));
    }

    /** The label and the key, as a user may know either. */
    static String name(FieldMetadata field) {
        return field.label().equals(field.key())
                ? "'" + field.key() + "'"
                : "'" + field.label() + "' (" + field.key() + ")";
    }
}
