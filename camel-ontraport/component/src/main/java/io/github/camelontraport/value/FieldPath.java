package io.github.camelontraport.value;

import io.github.camelontraport.api.InvalidInputException;

/**
 * Where a value stands in what is sent.
 *
 * @param name the key of the innermost map
 * @param path the way there, for error messages, such as {@code offer.products[0].price}
 */
record FieldPath(String name, String path, int depth) {

    /** No request of the API nests nearly this deep; a map that contains itself does. */
    private static final int DEEPEST = 100;

    /** A value that is not in a map. */
    static final FieldPath NONE = new FieldPath("", "", 0);

    FieldPath in(Object key) {
        if (key == null) {
            throw new InvalidInputException("A field name is null" + (path.isEmpty() ? "." : " in '" + path + "'."));
        }
        String text = key.toString();
        if (TextChecks.isUnusableName(text) || TextChecks.hasInvisible(text) || TextChecks.isBroken(text)) {
            throw new InvalidInputException("A field name"
                    + (path.isEmpty() ? "" : " in '" + path + "'")
                    + " is " + (text.isEmpty() ? "empty" : "'" + visible(text) + "'")
                    + ": the API would ignore the field. Names have no blanks, control characters or byte order marks around"
                    + " them; a CSV file read with its byte order mark gives such a name.");
        }
        return deeper(key.toString(), path.isEmpty() ? key.toString() : path + "." + key);
    }

    FieldPath at(int index) {
        return deeper(name, path + "[" + index + "]");
    }

    /** The name with the code of each invisible character. */
    private static String visible(String name) {
        StringBuilder text = new StringBuilder();
        name.chars()
                .forEach(character -> text.append(
                        character > ' ' && character < 127
                                ? String.valueOf((char) character)
                                : String.format("\\u%04X", character)));
        return text.toString();
    }

    private FieldPath deeper(String newName, String newPath) {
        if (depth == DEEPEST) {
            throw new InvalidInputException("Field '" + newPath.substring(0, Math.min(newPath.length(), 60))
                    + "...' nests deeper than " + DEEPEST + " levels. Does a map or list contain itself?");
        }
        return new FieldPath(newName, newPath, depth + 1);
    }

    InvalidInputException refused(String problem) {
        return new InvalidInputException((path.isEmpty() ? "The value " : "Field '" + path + "' ") + problem);
    }
}
