package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Comparison;
import io.github.camelontraport.api.condition.Comparison.Operand;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts what a condition compares a field with into the form that the API keeps. Thread-safe. */
final class ConditionOperands {

    private static final String UNSET_ID = "0";
    /** Kinds of which 0 means that there is no value. */
    private static final Set<FieldKind> UNSET_BY_ZERO =
            Set.of(FieldKind.OPTION, FieldKind.OPTIONS, FieldKind.DATE, FieldKind.TIME, FieldKind.LINK);
    /** Numbers, ids and their lists, with the wildcards of LIKE. */
    private static final Pattern PATTERN_OF_IDS = Pattern.compile("[0-9.%_*/-]*");

    private final ValueWriter values;
    private final ValueEncoder encoder;

    ConditionOperands(ValueWriter values, ValueEncoder encoder) {
        this.values = values;
        this.encoder = encoder;
    }

    /** @throws InvalidInputException when the field cannot have such a value, or cannot be compared so */
    Comparison typed(FieldMetadata field, Comparison comparison) {
        if (comparison.operands().isEmpty() || field.kind() == FieldKind.TEXT) {
            return comparison;
        }
        if (comparison.operator() == Operator.LIKE) {
            requirePatternOfIds(field, comparison.operands().get(0).text());
            return comparison;
        }
        return field.kind() == FieldKind.OPTIONS
                ? list(field, comparison)
                : comparison.withTexts(comparison.operands().stream()
                        .map(operand -> text(field, operand))
                        .toList());
    }

    private String text(FieldMetadata field, Operand operand) {
        if (isUnset(field, operand.text())) {
            return operand.text();
        }
        if (field.kind() == FieldKind.LINK && !operand.text().strip().matches("\\d{1,18}")) {
            throw FieldErrors.refused(field, operand.text(), "the id of a record in a condition", "8");
        }
        Object written = values.write(field, value(operand));
        return written.equals(operand.text())
                ? operand.text()
                : encoder.plain(written).asText();
    }

    private static Object value(Operand operand) {
        return operand.isNumber() ? new BigDecimal(operand.text()) : operand.text();
    }

    private static boolean isUnset(FieldMetadata field, String text) {
        boolean isZero = text.equals(UNSET_ID)
                && UNSET_BY_ZERO.contains(field.kind())
                && !field.options().ids().contains(text)
                && field.options().ids(text).isEmpty();
        return text.isEmpty() || isZero;
    }

    /** The API keeps the ids of a list in one text, and finds one in it by a pattern. */
    private static Comparison list(FieldMetadata field, Comparison comparison) {
        List<Operand> operands = comparison.operands();
        boolean isOne = operands.size() == 1
                && (comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN);
        if (operands.stream().allMatch(operand -> isUnset(field, operand.text()))) {
            return comparison;
        }
        if (!isOne) {
            throw new InvalidInputException("Condition: list field " + FieldErrors.name(field) + " is compared with '"
                    + comparison.operator().symbol() + "', for which Ontraport has no comparison. Compare it with = and"
                    + " one option, which finds the records that have the option; join several with OR.");
        }
        String id = OptionWriter.option(field, value(operands.get(0)));
        String inList = OptionWriter.SEPARATOR + id + OptionWriter.SEPARATOR;
        return new Comparison(Operator.LIKE, List.of(new Operand("%" + inList + "%", false)));
    }

    private static void requirePatternOfIds(FieldMetadata field, String pattern) {
        if (!PATTERN_OF_IDS.matcher(pattern).matches()) {
            throw new InvalidInputException("Condition: field " + FieldErrors.name(field) + " is compared with LIKE '"
                    + pattern
                    + "', but of such a field Ontraport keeps numbers: ids of options, or Unix seconds. Compare"
                    + " it with = and a whole value.");
        }
    }
}
