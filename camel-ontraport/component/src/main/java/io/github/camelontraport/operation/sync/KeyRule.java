package io.github.camelontraport.operation.sync;

import java.util.Locale;

/**
 * How keys are compared: without blanks at their ends, and addresses without regard to case.
 *
 * @param field     that holds the key
 * @param addresses whether keys are e-mail addresses
 */
record KeyRule(String field, boolean addresses) {

    /** The form in which equal keys are the same text. */
    String normal(String key) {
        String stripped = key.strip();
        return addresses ? stripped.toLowerCase(Locale.ROOT) : stripped;
    }

    boolean isSame(String one, String other) {
        return normal(one).equals(normal(other));
    }
}
