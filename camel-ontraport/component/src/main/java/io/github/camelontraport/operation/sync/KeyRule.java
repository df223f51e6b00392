package io.github.camelontraport.operation.sync;

import java.util.Locale;

/**
 * How keys are compared: without blanks at their ends, and addresses without regard to case.
 *
 * @param field that holds the key
 */
record KeyRule(String field) {

    private static final String EMAIL = "email";

    /** The form in which equal keys are the same text. */
    String normal(String key) {
        String stripped = key.strip();
        return field.equals(EMAIL) ? stripped.toLowerCase(Locale.ROOT) : stripped;
    }

    boolean isSame(String one, String other) {
        return normal(one).equals(normal(other));
    }
}
