package io.github.camelontraport.sandbox.account.record;

import java.math.BigDecimal;

/** Compares two values: as numbers when both are numbers, else as text, ignoring case. */
public final class ValueOrder {

    /** Every number of so many digits fits into a long. */
    private static final int LONG_DIGITS = 18;

    private ValueOrder() {}

    public static int compare(String left, String right) {
        if (!isNumber(left) || !isNumber(right)) {
            return left.compareToIgnoreCase(right);
        }
        // Fast path: nearly all numbers are ids and times, and a query compares whole tables.
        return isShortInteger(left) && isShortInteger(right)
                ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                : new BigDecimal(left).compareTo(new BigDecimal(right));
    }

    public static boolean same(String left, String right) {
        return compare(left, right) == 0;
    }

    private static boolean isNumber(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        int end = endOfDigits(text, digits);
        if (end == digits) {
            return false;
        }
        return end == text.length()
                || text.charAt(end) == '.' && end + 1 < text.length() && endOfDigits(text, end + 1) == text.length();
    }

    private static boolean isShortInteger(String number) {
        return number.length() <= LONG_DIGITS && number.indexOf('.') < 0;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
