package io.github.camelontraport.sandbox;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How the account compares two values: as numbers when both are, else as text without regard to case. */
final class ValueOrder {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private ValueOrder() {
    }

    static int compare(String left, String right) {
        if (isNumber(left) && isNumber(right)) {
            return new BigDecimal(left).compareTo(new BigDecimal(right));
        }
        return left.compareToIgnoreCase(right);
    }

    static boolean same(String left, String right) {
        return compare(left, right) == 0;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
