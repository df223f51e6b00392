package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import java.util.Collection;
import java.util.List;

/** Finds values of typed format in raw format, which the API would keep or compare as they are. */
final class RawValues {

    private RawValues() {}

    /**
     * @param where what holds the value, for the error message, such as {@code Field}
     * @throws InvalidInputException for the label of an option and for the text of a date, where the field has ids or seconds
     */
    static void check(FieldMetadata field, Object value, String where) {
        for (String text : texts(value)) {
            if (isLabel(field, text)) {
                throw new InvalidInputException(where + FieldErrors.name(field) + " has the option '" + text
                        + "', but in raw format it takes the id, "
                        + String.join(" or ", field.options().ids(text))
                        + ". Set fieldFormat=typed to use labels of options.");
            }
            if (isDate(field, text)) {
                throw new InvalidInputException(where + FieldErrors.name(field)
                        + " is a date, which the API keeps as Unix seconds, not as '" + text
                        + "'. Set fieldFormat=typed to use dates, or give the seconds.");
            }
        }
    }

    /** Whether {@link #check} refuses some values of the field. */
    static boolean hasRefused(FieldMetadata field) {
        return !field.options().ids().isEmpty() || isDated(field);
    }

    /** Whether {@link #check} refuses the value. */
    static boolean isRefused(FieldMetadata field, Object value) {
        return texts(value).stream().anyMatch(text -> isLabel(field, text) || isDate(field, text));
    }

    private static List<String> texts(Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.stream().flatMap(element -> texts(element).stream()).toList();
        }
        return value == null ? List.of() : TextValue.of(value).stream().toList();
    }

    private static boolean isLabel(FieldMetadata field, String text) {
        return !text.isBlank()
                && !field.options().ids(text).isEmpty()
                && !field.options().ids().contains(text);
    }

    private static boolean isDate(FieldMetadata field, String text) {
        return isDated(field) && IsoTimes.isLike(text);
    }

    private static boolean isDated(FieldMetadata field) {
        return field.kind() == FieldKind.DATE || field.kind() == FieldKind.TIME;
    }
}
