package io.github.camelontraport.sandbox.account.query;

import io.github.camelontraport.sandbox.account.record.ValueOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The operators of conditions. As in SQL, a null field matches {@code IS} only. */
enum ConditionOperator {
    EQUAL("=", Operand.SCALAR, ordered(order -> order == 0)),
    NOT_EQUAL("<>", Operand.SCALAR, ordered(order -> order != 0)),
    GREATER(">", Operand.SCALAR, ordered(order -> order > 0)),
    LESS("<", Operand.SCALAR, ordered(order -> order < 0)),
    GREATER_OR_EQUAL(">=", Operand.SCALAR, ordered(order -> order >= 0)),
    LESS_OR_EQUAL("<=", Operand.SCALAR, ordered(order -> order <= 0)),
    LIKE("LIKE", Operand.SCALAR, ifPresent((order, value, operands) -> like(operands.get(0))
            .matcher(value)
            .matches())),
    IN("IN", Operand.LIST, ifPresent(ConditionOperator::isListed)),
    NOT_IN("NOT IN", Operand.LIST, ifPresent((order, value, operands) -> !isListed(order, value, operands))),
    IS("IS", Operand.NULL, (order, value, operands) -> value == null);

    /** The form of the value of a clause. */
    enum Operand {
        SCALAR,
        LIST,
        NULL
    }

    @FunctionalInterface
    private interface Test {

        boolean test(ValueOrder order, String value, List<String> operands);
    }

    private final String symbol;
    private final Operand operand;
    private final Test test;

    ConditionOperator(String symbol, Operand operand, Test test) {
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

    /** @param order how the values of the field compare */
    boolean test(ValueOrder order, String value, List<String> operands) {
        return test.test(order, value, operands);
    }

    private static Test ordered(IntPredicate result) {
        return ifPresent((order, value, operands) -> result.test(order.compare(value, operands.get(0))));
    }

    private static Test ifPresent(Test test) {
        return (order, value, operands) -> value != null && test.test(order, value, operands);
    }

    private static boolean isListed(ValueOrder order, String value, List<String> operands) {
        return operands.stream().anyMatch(operand -> order.same(value, operand));
    }

    /** As in SQL, % stands for any text, _ for any one character, and a backslash makes the next character literal. */
    private static Pattern like(String wildcards) {
        StringBuilder regex = new StringBuilder();
        int[] characters = wildcards.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            boolean escaped = characters[i] == '\\' && i + 1 < characters.length;
            int character = escaped ? characters[++i] : characters[i];
            if (!escaped && character == '%') {
                regex.append(".*");
            } else if (!escaped && character == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(Character.toString(character)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
