package io.github.camelontraport.option;

import io.github.camelontraport.api.InvalidInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Reads the texts of options that are flags, numbers or durations. Camel reads a wrong flag as false, and a wrong number or
 * duration as 0, which means all or none for some options; or it fails without the option's name.
 */
public enum OptionParser {
    FLAG(boolean.class, "neither true nor false", OptionParser::flag),
    INT(int.class, "not a whole number", text -> Integer.valueOf(text).toString()),
    LONG(Long.class, "not a whole number", text -> Long.valueOf(text).toString()),
    DURATION(long.class, "not a duration such as 500 (milliseconds), 5s or 1m30s", OptionParser::duration);

    /** Options of Camel's poll scheduler with the type of durations, which are plain numbers nevertheless. */
    private static final Set<String> CAMELS_NUMBERS = Set.of("initialdelay", "repeatcount");

    /** What Camel reads as it is meant: no blanks, no fractions, and the units in this order. */
    private static final Pattern DURATION_TEXT =
            Pattern.compile("-?\\d{1,15}|(?=.)(\\d{1,7}d)?(\\d{1,9}h)?(\\d{1,9}m)?(\\d{1,12}s)?(\\d{1,15}ms)?");

    private final Class<?> type;
    private final String refusal;
    private final Function<String, String> parser;

    OptionParser(Class<?> type, String refusal, Function<String, String> parser) {
        this.type = type;
        this.refusal = refusal;
        this.parser = parser;
    }

    /**
     * The value to set: for flags, numbers and durations the checked text, without blanks around it. Other values, and
     * references to beans and properties, are returned unchanged.
     *
     * @param options knows the types of the options
     * @throws InvalidInputException when the option cannot have the value
     */
    public static Object parse(PropertyConfigurerGetter options, String option, Object value) {
        if (!(value instanceof String text) || text.strip().startsWith("#")) {
            return value;
        }
        Class<?> type = options.getOptionType(option, true);
        return Stream.of(values())
                .filter(parser -> parser.type == type)
                .findFirst()
                .map(parser -> parser.isNumber(option) ? LONG : parser)
                .<Object>map(parser -> parser.parse(option, text))
                .orElse(value);
    }

    private boolean isNumber(String option) {
        return this == DURATION && CAMELS_NUMBERS.contains(option.toLowerCase(Locale.ROOT));
    }

    private String parse(String option, String text) {
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new InvalidInputException("Option " + option + ": '" + text + "' is " + refusal, e);
        }
    }

    private static String flag(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String duration(String text) {
        if (!DURATION_TEXT.matcher(text).matches()
                && (!text.matches("-?[Pp].*") || Duration.parse(text).toMillis() == Long.MAX_VALUE)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
