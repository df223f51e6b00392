package io.github.camelontraport.operation.rule;

import io.github.camelontraport.operation.argument.ArgumentType;
import io.github.camelontraport.operation.argument.ArgumentTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Values of every kind, as the API writes them, and elements made of them. */
public final class RuleExamples {

    private static final Arbitrary<String> COMPARISONS = Arbitraries.of(
            "Equal To",
            "Not Equal To",
            "Greater Than",
            "Less Than",
            "Greater Than or Equal To",
            "Less Than or Equal To",
            "Contains",
            "Does Not Contain",
            "Starts With",
            "Ends With");
    private static final Arbitrary<String> TEXTS = Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(20)
            .filter(text -> !text.isBlank()
                    && text.chars()
                            .noneMatch(
                                    character -> character < ' ' || character == 127 || ",;|()".indexOf(character) >= 0)
                    && !text.contains("::")
                    && !text.startsWith(":")
                    && !text.endsWith(":"));

    private static final Map<ArgumentType, Arbitrary<String>> VALUES = Map.ofEntries(
            Map.entry(ArgumentTypes.TEXT, TEXTS),
            Map.entry(ArgumentTypes.ANY_TEXT, TEXTS),
            Map.entry(
                    ArgumentTypes.ID,
                    Arbitraries.longs().between(1, Long.MAX_VALUE).map(String::valueOf)),
            Map.entry(
                    ArgumentTypes.WHOLE,
                    Arbitraries.integers().between(0, Integer.MAX_VALUE).map(String::valueOf)),
            Map.entry(
                    ArgumentTypes.AMOUNT,
                    Arbitraries.bigDecimals()
                            .between(BigDecimal.ZERO, BigDecimal.TEN)
                            .ofScale(2)
                            .map(BigDecimal::toPlainString)),
            Map.entry(ArgumentTypes.TYPE, Arbitraries.of("0", "150", "10004")),
            Map.entry(ArgumentTypes.FIELD, Arbitraries.of("firstname", "f1558", "7", "owner//email")),
            Map.entry(ArgumentTypes.FLAG, Arbitraries.of("0", "1")),
            Map.entry(ArgumentTypes.OWNER_OR_USER, Arbitraries.of("owner", "1", "12")),
            Map.entry(ArgumentTypes.BEFORE_AFTER, Arbitraries.of("0", "1")),
            Map.entry(ArgumentTypes.OUTCOME, Arbitraries.of("0", "1")),
            Map.entry(ArgumentTypes.ADD_REMOVE, Arbitraries.of("0", "1")),
            Map.entry(ArgumentTypes.RESUMED_PAUSED, Arbitraries.of("0", "1")),
            Map.entry(ArgumentTypes.UNPAUSE_PAUSE, Arbitraries.of("0", "1")),
            Map.entry(ArgumentTypes.ORDER_EVENT, Arbitraries.of("0", "1", "2", "3")),
            Map.entry(ArgumentTypes.CARD_EVENT, Arbitraries.of("0", "1")),
            Map.entry(ArgumentTypes.UNITS, Arbitraries.of("0", "1", "2")),
            Map.entry(ArgumentTypes.TIME_FRAME, Arbitraries.of("3_1", "10_2", "0_0")),
            Map.entry(ArgumentTypes.COMPARISON, COMPARISONS),
            Map.entry(ArgumentTypes.DATE_COMPARISON, Arbitraries.of("1", "2", "3")),
            Map.entry(
                    ArgumentTypes.ANY_COMPARISON,
                    Arbitraries.oneOf(List.of(COMPARISONS, Arbitraries.of("1", "2", "3")))),
            Map.entry(ArgumentTypes.DATE, Arbitraries.of("TODAY", "S30DAYS", "180DFNOW", "1760000000")),
            Map.entry(ArgumentTypes.MESSAGE_LINK, Arbitraries.of("57_2", "1_0")));

    private RuleExamples() {}

    /** Any element of the kind, with values that fit. */
    static Arbitrary<Map<String, Object>> elements(RuleKind kind) {
        return Arbitraries.of(RuleGrammar.all().stream()
                        .filter(row -> row.kind() == kind)
                        .toList())
                .flatMap(RuleExamples::element);
    }

    static Arbitrary<Map<String, Object>> element(RuleElement row) {
        List<Arbitrary<String>> values = new ArrayList<>();
        row.parameters().forEach(parameter -> values.add(VALUES.get(parameter.argumentType())));
        return Combinators.combine(values).as(params -> {
            Map<String, Object> element = new LinkedHashMap<>();
            element.put(RuleWriter.NAME, row.name());
            element.put(RuleWriter.PARAMS, List.copyOf(params));
            return element;
        });
    }

    /** One value that fits the parameter. */
    public static String value(RuleParameter parameter) {
        return VALUES.get(parameter.argumentType()).sample();
    }
}
