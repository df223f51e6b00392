package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;

/** The least and the most that numeric options may be. */
final class Bounds {

    private Bounds() {
    }

    static void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new InvalidInputException("Option " + option + ": " + value + " is less than " + least);
        }
    }

    static void between(long least, long most, String option, long value) {
        if (value < least || value > most) {
            throw new InvalidInputException("Option " + option + ": " + value + " is not between " + least + " and " + most);
        }
    }
}
