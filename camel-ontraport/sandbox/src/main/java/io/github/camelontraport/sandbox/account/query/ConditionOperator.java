package io.github.camelontraport.sandbox.account.query;

import io.github.camelontraport.sandbox.account.record.ValueOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operators of conditions. As in SQL, a null field matches {@code IS} only. */
enum ConditionOperator {
    EQUAL("=", Operand.SCALAR, ordered(order -> order == 0)),
    NOT_EQUAL("<>", Operand.SCALAR, ordered(order -> order != 0)),
    GREATER(">", Operand.SCALAR, ordered(order -> order > 0)),
    LESS("<", Operand.SCALAR, ordered(order -> order < 0)),
    GREATER_OR_EQUAL(">=", Operand.SCALAR, ordered(order -> order >= 0)),
    LESS_OR_EQUAL("<=", Operand.SCALAR, ordered(order -> order <= 0)),
    LIKE("LIKE", Operand.SCALAR, ifPresent((value, operands) -> like(operands.get(0))
            .matcher(value)
            .matches())),
    IN("IN", Operand.LIST, ifPresent(ConditionOperator::isListed)),
    NOT_IN("NOT IN", Operand.LIST, ifPresent((value, operands) -> !isListed(value, operands))),
    IS("IS", Operand.NULL, (value, operands) -> value == null);

    /** The form of the value of a clause. */
    enum Operand {
        SCALAR,
        LIST,
        NULL
    }

    private final String symbol;
    private final Operand operand;
    private final BiPredicate<String, List<String>> test;

    ConditionOperator(String symbol, Operand operand, BiPredicate<String, List<String>> test) {
        this.symbol = symbol;
        this.operand = operand;
        this.test = test;
    }

    static Optional<ConditionOperator> of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst();
    }

    Operand operand() {
        return operand;
    }

    boolean test(String value, List<String> operands) {
        return test.test(value, operands);
    }

    private static BiPredicate<String, List<String>> ordered(IntPredicate order) {
        return ifPresent((value, operands) -> order.test(ValueOrder.compare(value, operands.get(0))));
    }

    private static BiPredicate<String, List<String>> ifPresent(BiPredicate<String, List<String>> test) {
        return (value, operands) -> value != null && test.test(value, operands);
    }

    private static boolean isListed(String value, List<String> operands) {
        return operands.stream().anyMatch(operand -> ValueOrder.same(value, operand));
    }

    private static Pattern like(String wildcards) {
        String regex =
                Arrays.stream(wildcards.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
