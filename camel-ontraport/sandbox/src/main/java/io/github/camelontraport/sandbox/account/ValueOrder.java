package io.github.camelontraport.sandbox.account;

import java.math.BigDecimal;

/** How the account compares two values: as numbers when both are, else as text without regard to case. */
public final class ValueOrder {

    /** Digits that fit a long whatever they are. */
    private static final int LONG_DIGITS = 18;

    private ValueOrder() {}

    static int compare(String left, String right) {
        if (!isNumber(left) || !isNumber(right)) {
            return left.compareToIgnoreCase(right);
        }
        // Nearly all numbers are ids and times; whole tables are compared, so these have to be quick.
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
