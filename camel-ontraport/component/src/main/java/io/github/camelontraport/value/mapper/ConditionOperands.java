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
import java.util.stream.Stream;

/** Puts what a condition compares a field with into the form that the API keeps. Thread-safe. */
final class ConditionOperands {

    private static final String UNSET_ID = "0";
    /** Kinds of which 0 means that there is no value. */
    private static final Set<FieldKind> UNSET_BY_ZERO =
            Set.of(FieldKind.OPTION, FieldKind.OPTIONS, FieldKind.DATE, FieldKind.TIME, FieldKind.LINK);
    /** Numbers, ids and their lists, with the wildcards of LIKE. */
    private static final Pattern PATTERN_OF_IDS = Pattern.compile("-?[0-9.%_*/]*");

    private static final Set<FieldKind> TIMES = Set.of(FieldKind.DATE, FieldKind.TIME);
    private static final Set<Operator> BEFORE = Set.of(Operator.LESS, Operator.AT_MOST);
    private static final Set<Operator> ORDERS =
            Set.of(Operator.LESS, Operator.AT_MOST, Operator.GREATER, Operator.AT_LEAST);
    /** An unset date is kept as 0, which the API takes for a day in 1970, or as an empty text. */
    private static final List<Comparison> SET =
            List.of(comparison(Operator.NOT_EQUAL, UNSET_ID), comparison(Operator.NOT_EQUAL, ""));

    private final ValueWriter values;
    private final ValueEncoder encoder;

    ConditionOperands(ValueWriter values, ValueEncoder encoder) {
        this.values = values;
        this.encoder = encoder;
    }

    /**
     * The comparisons that the API makes, all of which a record has to meet.
     *
     * @throws InvalidInputException when the field cannot have such a value, or cannot be compared so
     */
    List<Comparison> typed(FieldMetadata field, Comparison comparison) {
        if (comparison.operands().isEmpty() || field.kind() == FieldKind.TEXT) {
            return List.of(comparison);
        }
        if (comparison.operator() == Operator.LIKE) {
            requirePatternOfIds(field, comparison.operands().get(0).text());
            return List.of(comparison);
        }
        if (field.kind() == FieldKind.OPTIONS) {
            return List.of(list(field, comparison));
        }
        requireComparable(field, comparison);
        Comparison mapped = comparison.withTexts(comparison.operands().stream()
                .map(operand -> text(field, operand))
                .toList());
        boolean isBefore = BEFORE.contains(mapped.operator()) && TIMES.contains(field.kind());
        return isBefore ? Stream.concat(Stream.of(mapped), SET.stream()).toList() : List.of(mapped);
    }

    private static Comparison comparison(Operator operator, String text) {
        return new Comparison(operator, List.of(new Operand(text, false)));
    }

    /** Refuses what has an answer of the API that nobody means. */
    private static void requireComparable(FieldMetadata field, Comparison comparison) {
        boolean isOrder = ORDERS.contains(comparison.operator());
        for (Operand operand : comparison.operands()) {
            if (field.kind() == FieldKind.OPTION && isOrder && !operand.isNumber()) {
                throw incomparable(
                        field, comparison, "Ontraport orders by the ids of options. Compare it with = or IN");
            }
            if (field.kind() == FieldKind.TIME && !isOrder && IsoTimes.isDay(operand.text())) {
                throw incomparable(
                        field,
                        comparison,
                        "'" + operand.text()
                                + "' is a day, and the field holds points in time. Compare it with >= and <");
            }
        }
    }

    private static InvalidInputException incomparable(FieldMetadata field, Comparison comparison, String why) {
        return new InvalidInputException("Condition: field " + FieldErrors.name(field) + " is compared with '"
                + comparison.operator().symbol() + "', but " + why + ".");
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
            throw incomparable(
                    field,
                    comparison,
                    "of lists Ontraport knows no such comparison. Compare it with = and one option, which finds the records"
                            + " that have the option; join several with OR");
        }
        String id = OptionWriter.option(field, value(operands.get(0)));
        String inList = OptionWriter.SEPARATOR + id + OptionWriter.SEPARATOR;
        return comparison(Operator.LIKE, "%" + inList + "%");
    }

    private static void requirePatternOfIds(FieldMetadata field, String pattern) {
        if (TIMES.contains(field.kind()) || !PATTERN_OF_IDS.matcher(pattern).matches()) {
            throw new InvalidInputException("Condition: field " + FieldErrors.name(field) + " is compared with LIKE '"
                    + pattern
                    + "', but of such a field Ontraport keeps numbers: ids of options, or Unix seconds. Compare"
                    + " it with = and a whole value.");
        }
    }

    /** Refuses, in raw format, labels of options and texts of dates, which no record of the API has. */
    static void requireRaw(FieldMetadata field, Comparison comparison) {
        if (comparison.operator() != Operator.LIKE) {
            comparison.operands().forEach(operand -> RawValues.check(field, operand.text(), "Condition: field "));
        }
    }
}
