package io.github.camelontraport.option;

import io.github.camelontraport.api.InvalidInputException;
import java.time.Duration;

/** Checks numeric options against their least and greatest values. */
public final class OptionRange {

    /** Longer times are mistakes, such as nanoseconds for milliseconds; some overflow when added to a clock. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private OptionRange() {}

    public static void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new InvalidInputException("Option " + option + ": " + value + " is less than " + least);
        }
    }

    /** Checks a time in milliseconds. */
    public static void duration(long least, String option, long millis) {
        atLeast(least, option, millis);
        if (millis > LONGEST.toMillis()) {
            throw new InvalidInputException("Option " + option + ": " + millis + " milliseconds are more than "
                    + LONGEST.toDays() + " days, the longest time allowed (" + LONGEST.toMillis() + ")");
        }
    }

    public static void between(long least, long most, String option, long value) {
        if (value < least || value > most) {
            throw new InvalidInputException(
                    "Option " + option + ": " + value + " is not between " + least + " and " + most);
        }
    }
}
