package io.github.camelontraport.value.name;

import io.github.camelontraport.api.InvalidInputException;
import java.util.regex.Pattern;

/**
 * A record of the account, given by id or by name. A text that is a number is an id.
 *
 * @param id   {@code null} when the name is given
 * @param name {@code null} when the id is given
 */
public record IdOrName(Long id, String name) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    /**
     * Reads a text without blanks around it.
     *
     * @param source what gives the text, for the error message
     * @throws InvalidInputException for a number that is not an id
     */
    public static IdOrName parse(String text, String source) {
        if (!NUMBER.matcher(text).matches()) {
            return new IdOrName(null, text);
        }
        try {
            long id = Long.parseLong(text);
            if (id > 0 && text.charAt(0) != '+') {
                return new IdOrName(id, null);
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new InvalidInputException(source + ": '" + text + "' is not an id, a positive whole number");
    }

    public boolean isName() {
        return name != null;
    }

    /** As it was given. */
    @Override
    public String toString() {
        return isName() ? name : Long.toString(id);
    }
}
