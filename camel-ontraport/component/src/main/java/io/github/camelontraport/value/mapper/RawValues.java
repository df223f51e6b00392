package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import java.util.Collection;
import java.util.Optional;

/** Finds values of typed format in raw format, which the API would keep or compare as they are. */
final class RawValues {

    private RawValues() {}

    /**
     * @param where what holds the value, for the error message, such as {@code Field}
     * @throws InvalidInputException for the label of an option and for the text of a date, where the field has ids or seconds
     */
    static void check(FieldMetadata field, Object value, String where) {
        refusal(field, value, where).ifPresent(reason -> {
            throw reason;
        });
    }

    /** Why {@link #check} refuses the value; empty when it does not. */
    static Optional<InvalidInputException> refusal(FieldMetadata field, Object value, String where) {
        if (value instanceof Collection<?> elements) {
            return elements.stream()
                    .flatMap(element -> refusal(field, element, where).stream())
                    .findFirst();
        }
        Optional<String> text = value == null ? Optional.empty() : TextValue.of(value);
        return text.flatMap(known -> refusalOfText(field, known, where));
    }

    private static Optional<InvalidInputException> refusalOfText(FieldMetadata field, String text, String where) {
        boolean isLabel = !text.isBlank()
                && !field.options().ids(text).isEmpty()
                && !field.options().ids().contains(text);
        if (isLabel) {
            return Optional.of(new InvalidInputException(where + FieldErrors.name(field) + " has the option '" + text
                    + "', but in raw format it takes the id, "
                    + String.join(" or ", field.options().ids(text))
                    + ". Set fieldFormat=typed to use labels of options."));
        }
        boolean isTime = field.kind() == FieldKind.DATE || field.kind() == FieldKind.TIME;
        if (isTime && IsoTimes.isLike(text)) {
            return Optional.of(new InvalidInputException(where + FieldErrors.name(field)
                    + " is a date, which the API keeps as Unix seconds, not as '" + text
                    + "'. Set fieldFormat=typed to use dates, or give the seconds."));
        }
        return Optional.empty();
    }
}
