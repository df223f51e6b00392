package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.ScalarReader;
import java.util.Optional;
import java.util.UUID;

/** Tells texts from numbers, dates and structures. */
final class TextValue {

    private TextValue() {}

    /** A value that is a text, or stands for one; empty for everything else. */
    static Optional<String> of(Object value) {
        if (value instanceof char[] characters) {
            return Optional.of(String.valueOf(characters));
        }
        boolean isText = value instanceof CharSequence
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof UUID;
        return isText ? Optional.of(ScalarReader.text(value, "The value")) : Optional.empty();
    }
}
