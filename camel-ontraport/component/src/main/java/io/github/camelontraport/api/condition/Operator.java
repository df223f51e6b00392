package io.github.camelontraport.api.condition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The comparisons the Ontraport API knows. It has no others: no {@code !=}, no {@code IS NOT NULL}, no {@code NOT LIKE}. */
public enum Operator {
    EQUAL("=", Operand.SCALAR),
    NOT_EQUAL("<>", Operand.SCALAR),
    LESS("<", Operand.SCALAR),
    GREATER(">", Operand.SCALAR),
    AT_MOST("<=", Operand.SCALAR),
    AT_LEAST(">=", Operand.SCALAR),
    IN("IN", Operand.LIST),
    NOT_IN("NOT IN", Operand.LIST),
    /** Takes NULL and nothing else. */
    IS("IS", Operand.NULL),
    /** {@code %} stands for any text, {@code _} for any single character. */
    LIKE("LIKE", Operand.SCALAR);

    private final String symbol;
    private final Operand operand;

    Operator(String symbol, Operand operand) {
        this.symbol = symbol;
        this.operand = operand;
    }

    /** What a clause may have on its right side. */
    enum Operand {
        SCALAR,
        LIST,
        NULL
    }

    /** The operator as the API writes it, for example {@code <>} or {@code NOT IN}. */
    public String symbol() {
        return symbol;
    }

    Operand operand() {
        return operand;
    }

    /** The operator written like this, in any case and with any number of blanks between words. */
    static Optional<Operator> of(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(wanted))
                .findFirst();
    }

    /** All operators for an error message. */
    static String all() {
        return Arrays.stream(values())
                .map(operator -> operator == IS ? "IS NULL" : operator.symbol)
                .collect(Collectors.joining(", "));
    }
}
