package io.github.camelontraport.api.condition;

import java.util.Map;

/**
 * Whether a record meets one clause. The purpose is to notice, before a mass delete for example, that the server ignored
 * a clause. So a result that depends on collation, column type or the ways of writing "unset" counts as met, and one
 * that cannot be determined is unknown.
 */
final class ClauseMatcher {

    private ClauseMatcher() {}

    static MatchResult of(Clause clause, Map<String, ?> record) {
        if (!record.containsKey(clause.field())) {
            return MatchResult.UNKNOWN;
        }
        Object value = record.get(clause.field());
        boolean scalar =
                value == null || value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
        return scalar && isCertain(ReplyValue.of(value), clause)
                ? MatchResult.of(meets(ReplyValue.of(value), clause))
                : MatchResult.UNKNOWN;
    }

    /** The order of texts is the collation's, and what a backslash means in a pattern is up to the server. */
    private static boolean isCertain(ReplyValue value, Clause clause) {
        return switch (clause.operator()) {
            case LESS, GREATER, AT_MOST, AT_LEAST -> value.isComparable(operand(clause));
            case LIKE -> operand(clause).indexOf('\\') < 0;
            default -> true;
        };
    }

    private static boolean meets(ReplyValue value, Clause clause) {
        return switch (clause.operator()) {
            case EQUAL, IN ->
                clause.values().stream().map(ConditionValues::text).anyMatch(value::mayEqual);
            case NOT_EQUAL, NOT_IN ->
                clause.values().stream().map(ConditionValues::text).noneMatch(value::surelyEquals);
            case LESS -> value.compares(operand(clause), order -> order < 0);
            case GREATER -> value.compares(operand(clause), order -> order > 0);
            case AT_MOST -> value.compares(operand(clause), order -> order <= 0);
            case AT_LEAST -> value.compares(operand(clause), order -> order >= 0);
            case LIKE -> value.mayBeLike(operand(clause));
            case IS -> value.mayBeNull();
        };
    }

    private static String operand(Clause clause) {
        return ConditionValues.text(clause.values().get(0));
    }
}
