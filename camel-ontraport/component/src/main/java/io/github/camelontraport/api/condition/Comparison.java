package io.github.camelontraport.api.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * How a field is compared, without the field.
 *
 * @param operands none for IS NULL, several for IN and NOT IN, otherwise one
 */
public record Comparison(Operator operator, List<Operand> operands) {

    public Comparison {
        operands = List.copyOf(operands);
    }

    /**
     * What stands right of the operator.
     *
     * @param isNumber whether it was written as a number, without quotes
     */
    public record Operand(String text, boolean isNumber) {}

    /** The same comparison with other texts, in the same order. */
    public Comparison withTexts(List<String> texts) {
        List<Operand> changed = new ArrayList<>(operands.size());
        for (int i = 0; i < operands.size(); i++) {
            Operand operand = operands.get(i);
            String text = texts.get(i);
            changed.add(text.equals(operand.text()) ? operand : new Operand(text, operand.isNumber()));
        }
        return new Comparison(operator, changed);
    }
}
