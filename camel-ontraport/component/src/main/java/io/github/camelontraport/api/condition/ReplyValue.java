package io.github.camelontraport.api.condition;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A value of an API reply, compared as leniently as any MySQL-like server might.
 *
 * @param text the value as text, empty for null
 */
record ReplyValue(String text) {

    /** An unset field reads as zero or one of these, depending on the field and not on what the server stores. */
    private static final Set<String> UNSET = Set.of("", "null", "[]", "*/**/*");

    static ReplyValue of(Object scalar) {
        return new ReplyValue(scalar == null ? "" : ConditionValues.text(plain(scalar)));
    }

    /** Numbers without exponent, whatever their Java type. */
    private static Object plain(Object scalar) {
        return scalar instanceof Double || scalar instanceof Float ? new BigDecimal(scalar.toString()) : scalar;
    }

    boolean mayEqual(String operand) {
        return CollatedText.equal(text, operand) || equal(numberOrUnset(text), numberOrUnset(operand));
    }

    /**
     * Equal under every collation and column type. Numbers with leading zeros are left in doubt, as they may be texts
     * such as postcodes.
     */
    boolean surelyEquals(String operand) {
        boolean texts = ConditionValues.hasLeadingZero(text) || ConditionValues.hasLeadingZero(operand);
        return text.equals(operand) || (!texts && equal(number(text), number(operand)));
    }

    /** Whether both are numbers: the order of texts depends on the collation. */
    boolean isComparable(String operand) {
        return numberOrUnset(text) != null && number(operand) != null;
    }

    /** Of values that are comparable. */
    boolean compares(String operand, IntPredicate wanted) {
        return wanted.test(numberOrUnset(text).compareTo(number(operand)));
    }

    boolean mayBeLike(String pattern) {
        return CollatedText.like(text, pattern);
    }

    boolean mayBeNull() {
        return equal(numberOrUnset(text), BigDecimal.ZERO);
    }

    private static boolean equal(BigDecimal a, BigDecimal b) {
        return a != null && b != null && a.compareTo(b) == 0;
    }

    private static BigDecimal numberOrUnset(String text) {
        return UNSET.contains(text) ? BigDecimal.ZERO : number(text);
    }

    /** The number the text stands for, with 1 and 0 for the words some fields have in their place; null for other texts. */
    private static BigDecimal number(String text) {
        return switch (text) {
            case "true" -> BigDecimal.ONE;
            case "false" -> BigDecimal.ZERO;
            default -> ConditionValues.isNumber(text.strip()) ? new BigDecimal(text.strip()) : null;
        };
    }
}
