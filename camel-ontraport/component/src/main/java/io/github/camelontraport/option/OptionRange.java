package io.github.camelontraport.option;

import io.github.camelontraport.api.InvalidInputException;

/** Checks numeric options against their least and greatest values. */
public final class OptionRange {

    private OptionRange() {}

    public static void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new InvalidInputException("Option " + option + ": " + value + " is less than " + least);
        }
    }

    public static void between(long least, long most, String option, long value) {
        if (value < least || value > most) {
            throw new InvalidInputException(
                    "Option " + option + ": " + value + " is not between " + least + " and " + most);
        }
    }
}
