package io.github.camelontraport.api.condition;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Comparison.Operand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One comparison: a field, an operator and what stands right of it. The values are texts, booleans or
 * {@link java.math.BigDecimal}s without a negative scale, as {@link ConditionValues} makes them; none for IS NULL.
 *
 * @param field   its key, or its label
 * @param isLabel  whether the field is named by its label, so that the key has to be found before the condition is sent
 * @param isNumber whether a single value was written as a number, although it is sent as a text
 */
record Clause(String field, boolean isLabel, Operator operator, List<Object> values, boolean isNumber) {

    /** The beginning of a date in ISO 8601. */
    private static final Pattern DATE = Pattern.compile("[+-]?\\d{4,}-\\d{2}-\\d{2}");

    private static final Pattern CUSTOM_FIELD = Pattern.compile("f\\d+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    Clause {
        if (field == null || field.isBlank() || CONTROL.matcher(field).find()) {
            throw new InvalidInputException("A condition compares a field, but the field name "
                    + (field == null ? "is missing." : "'" + field + "' is blank or holds control characters."));
        }
        values = List.copyOf(values);
        requireOperands(operator, values.size());
    }

    Clause(String key, Operator operator, List<Object> values) {
        this(key, false, operator, values, false);
    }

    /** The clause with its key, and with the operator and operands that the API takes; several that all have to be met. */
    Stream<Clause> mapped(OperandMapper mapper) {
        String key = mapper.key(field, isLabel);
        Comparison written =
                new Comparison(operator, values.stream().map(this::operand).toList());
        return mapper.comparisons(key, written).stream()
                .map(mapped -> new Clause(key, mapped.operator(), sent(written, mapped)));
    }

    /** Operands that were not mapped are sent as they were written. */
    private List<Object> sent(Comparison written, Comparison mapped) {
        List<Object> sent = new ArrayList<>();
        for (int i = 0; i < mapped.operands().size(); i++) {
            Operand operand = mapped.operands().get(i);
            boolean isWritten = mapped.operator() == operator
                    && operand.equals(written.operands().get(i));
            sent.add(isWritten ? values.get(i) : sent(mapped.operator(), operand.text()));
        }
        return sent;
    }

    private Operand operand(Object value) {
        return new Operand(ConditionValues.text(value), isNumber || value instanceof BigDecimal);
    }

    private static Object sent(Operator operator, String operand) {
        return operator.operand() == Operator.Operand.LIST && ConditionValues.isNumber(operand)
                ? ConditionValues.listNumber(operand)
                : operand;
    }

    /** Whether a custom field, which may be a drop-down, is compared with a word. */
    boolean mayNameOption() {
        return operator != Operator.LIKE
                && !isLabel
                && CUSTOM_FIELD.matcher(field).matches()
                && values.stream()
                        .anyMatch(value ->
                                value instanceof String text && !text.isBlank() && !ConditionValues.isNumber(text));
    }

    boolean hasDate() {
        return values.stream()
                .anyMatch(value ->
                        value instanceof String text && DATE.matcher(text).lookingAt());
    }

    private static void requireOperands(Operator operator, int count) {
        switch (operator.operand()) {
            case SCALAR -> require(count == 1, operator, "exactly one value");
            case LIST -> require(count > 0, operator, "a list with at least one value");
            case NULL -> require(count == 0, operator, "NULL and nothing else");
        }
    }

    private static void require(boolean met, Operator operator, String wanted) {
        if (!met) {
            throw new InvalidInputException("In a condition, " + operator.symbol() + " takes " + wanted + ".");
        }
    }

    boolean isPatternOfAnyText() {
        return operator == Operator.LIKE && String.valueOf(values.get(0)).matches("%+");
    }

    /** Clauses are equal when they are sent alike. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Clause clause
                && field.equals(clause.field)
                && isLabel == clause.isLabel
                && operator == clause.operator
                && values.equals(clause.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, isLabel, operator, values);
    }

    /** The short form of this clause. */
    @Override
    public String toString() {
        return (isLabel ? "\"" + field.replace("\"", "\"\"") + "\"" : field) + " " + operator.symbol() + " "
                + switch (operator.operand()) {
                    case SCALAR -> ConditionValues.shortForm(values.get(0));
                    case LIST ->
                        values.stream().map(ConditionValues::shortForm).collect(Collectors.joining(", ", "(", ")"));
                    case NULL -> "NULL";
                };
    }
}
