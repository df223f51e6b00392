package io.github.camelontraport.sandbox.account.record;

import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.math.BigDecimal;
import java.util.Set;

/** How the values of a field compare. The type of the field decides, not the look of the values. */
public enum ValueOrder {

    /** As text, ignoring case: {@code 01234} and {@code 1234} differ. */
    TEXT {

        @Override
        public int compare(String left, String right) {
            return left.compareToIgnoreCase(right);
        }
    },

    /** As numbers. A value that is no number compares as text. */
    NUMERIC {

        @Override
        public int compare(String left, String right) {
            if (!isNumber(left) || !isNumber(right)) {
                return TEXT.compare(left, right);
            }
            // Fast path: nearly all numbers are ids and times, and a query compares whole tables.
            return isShortInteger(left) && isShortInteger(right)
                    ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                    : new BigDecimal(left).compareTo(new BigDecimal(right));
        }
    };

    private static final Set<String> NUMERIC_TYPES =
            Set.of("numeric", "price", "check", "drop", "parent", "timestamp", "fulldate", "date", "subscription");

    /** Every number of so many digits fits into a long. */
    private static final int LONG_DIGITS = 18;

    /** The order of a field; the id is numeric. */
    public static ValueOrder of(TypeDefinition type, String field) {
        boolean numeric =
                type.field(field).map(definition -> of(definition) == NUMERIC).orElse(field.equals(type.idField()));
        return numeric ? NUMERIC : TEXT;
    }

    static ValueOrder of(FieldDefinition field) {
        return NUMERIC_TYPES.contains(field.type()) ? NUMERIC : TEXT;
    }

    public abstract int compare(String left, String right);

    public boolean same(String left, String right) {
        return compare(left, right) == 0;
    }

    private static boolean isNumber(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        int end = endOfDigits(text, digits);
        if (end == digits) {
            return false;
        }
        return end == text.length()
                || (text.charAt(end) == '.' && end + 1 < text.length() && endOfDigits(text, end + 1) == text.length());
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
