package io.github.camelontraport.option;

import io.github.camelontraport.api.InvalidInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * How the text of an option has to look. Camel takes whatever is not true for false, and what is no number or no
 * duration for 0, which means all or none for some options; or it fails without the option's name.
 */
public enum OptionParser {
    FLAG(boolean.class, "neither true nor false", text -> text.strip().matches("(?i)true|false")),
    INT(int.class, "not a whole number", text -> isNumber(Integer::valueOf, text)),
    LONG(Long.class, "not a whole number", text -> isNumber(Long::valueOf, text)),
    DURATION(long.class, "not a duration such as 500 (milliseconds), 5s or 1m30s", OptionParser::isDuration);

    /** Camel's metadata tells them from numbers, but not while options are read. */
    public static final Set<String> DURATIONS = inAnyCase(
            "requestTimeout",
            "connectTimeout",
            "rateLimitTimeout",
            "retryDelay",
            "maxRetryDelay",
            "batchDelay",
            "settleTime",
            "sweepInterval",
            "delay");

    private final Class<?> type;
    private final String refusal;
    private final Predicate<String> accepts;

    OptionParser(Class<?> type, String refusal, Predicate<String> accepts) {
        this.type = type;
        this.refusal = refusal;
        this.accepts = accepts;
    }

    /** Refuses a text that the option cannot be; references to beans and properties are left to Camel. */
    public static void check(PropertyConfigurer options, String option, Object value) {
        if (value instanceof String text
                && !text.startsWith("#")
                && options instanceof PropertyConfigurerGetter known) {
            Class<?> type = known.getOptionType(option, true);
            Stream.of(values())
                    .filter(form -> form.type == type && form.isOf(option) && !form.accepts.test(text))
                    .findFirst()
                    .ifPresent(form -> {
                        throw new InvalidInputException("Option " + option + ": '" + text + "' is " + form.refusal);
                    });
        }
    }

    private static Set<String> inAnyCase(String... options) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of(options));
        return Collections.unmodifiableSet(names);
    }

    private boolean isOf(String option) {
        return this != DURATION || DURATIONS.contains(option);
    }

    private static boolean isNumber(Function<String, Number> read, String text) {
        try {
            return read.apply(text.strip()) != null;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** What Camel reads as it is meant: no blanks, no fractions, and the units in this order. */
    private static boolean isDuration(String text) {
        if (text.matches("-?\\d{1,15}|(?=.)(\\d{1,7}d)?(\\d{1,9}h)?(\\d{1,9}m)?(\\d{1,12}s)?(\\d{1,15}ms)?")) {
            return true;
        }
        try {
            return text.matches("-?[Pp].*") && Duration.parse(text).toMillis() < Long.MAX_VALUE;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
