package io.github.camelontraport.api.condition;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Json;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.regex.Pattern;

/** The values of a condition: how Java values become them and how they look in the short form. */
final class ConditionValues {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    /** As text {@code 007} may be a postcode, as number it would lose its zeros. */
    private static final Pattern LEADING_ZERO = Pattern.compile("-?0[0-9].*");

    private ConditionValues() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static boolean hasLeadingZero(String text) {
        return LEADING_ZERO.matcher(text).matches();
    }

    /** A bare number of the short form inside a list: a number, unless that would lose leading zeros. */
    static Object listNumber(String digits) {
        return hasLeadingZero(digits) ? digits : number(new BigDecimal(digits));
    }

    /** The number in the form all equal values with equal digits share; texts of it never have an exponent. */
    static BigDecimal number(BigDecimal number) {
        if (Math.abs((long) number.scale()) > Json.MOST_DIGITS || number.precision() > Json.MOST_DIGITS) {
            throw new InvalidInputException("A condition holds a number of more than " + Json.MOST_DIGITS + " digits.");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** A list element given in code: numbers stay numbers, true and false become the API's 1 and 0. */
    static Object ofJava(String field, Object value) {
        if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value instanceof Number number) {
            return number(decimal(field, number));
        }
        throw new InvalidInputException("The condition on '" + field + "' takes texts, numbers and booleans, not "
                + (value == null
                        ? "null. Use IS NULL to find empty fields."
                        : value.getClass().getName() + "."));
    }

    /** A number or other value as the API's text. */
    static String text(Object scalar) {
        if (scalar instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return scalar instanceof BigDecimal number ? number.toPlainString() : scalar.toString();
    }

    static String shortForm(Object scalar) {
        String text = text(scalar);
        return isNumber(text) ? text : "'" + text.replace("'", "''") + "'";
    }

    private static BigDecimal decimal(String field, Number number) {
        try {
            return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new InvalidInputException("The condition on '" + field + "' cannot compare with " + number + ".", e);
        }
    }
}
