package io.github.camelontraport.operation.rule;

import io.github.camelontraport.operation.form.Form;
import io.github.camelontraport.operation.form.Forms;
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

    private static final Arbitrary<String> COMPARISONS = Arbitraries.of("Equal To", "Not Equal To", "Greater Than", "Less Than",
            "Greater Than or Equal To", "Less Than or Equal To", "Contains", "Does Not Contain", "Starts With", "Ends With");
    private static final Arbitrary<String> TEXTS = Arbitraries.strings().ofMinLength(1).ofMaxLength(20)
            .filter(text -> !text.isBlank() && text.chars().noneMatch(character -> character < ' ' || character == 127
                    || ",;|()".indexOf(character) >= 0) && !text.contains("::") && !text.startsWith(":")
                    && !text.endsWith(":"));

    private static final Map<Form, Arbitrary<String>> VALUES = Map.ofEntries(
            Map.entry(Forms.TEXT, TEXTS), Map.entry(Forms.ANY_TEXT, TEXTS),
            Map.entry(Forms.ID, Arbitraries.longs().between(1, Long.MAX_VALUE).map(String::valueOf)),
            Map.entry(Forms.WHOLE, Arbitraries.integers().between(0, Integer.MAX_VALUE).map(String::valueOf)),
            Map.entry(Forms.AMOUNT, Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN)
                    .ofScale(2).map(BigDecimal::toPlainString)),
            Map.entry(Forms.TYPE, Arbitraries.of("0", "150", "10004")),
            Map.entry(Forms.FIELD, Arbitraries.of("firstname", "f1558", "7", "owner//email")),
            Map.entry(Forms.FLAG, Arbitraries.of("0", "1")),
            Map.entry(Forms.OWNER_OR_USER, Arbitraries.of("owner", "1", "12")),
            Map.entry(Forms.BEFORE_AFTER, Arbitraries.of("0", "1")),
            Map.entry(Forms.OUTCOME, Arbitraries.of("0", "1")),
            Map.entry(Forms.ADD_REMOVE, Arbitraries.of("0", "1")),
            Map.entry(Forms.RESUMED_PAUSED, Arbitraries.of("0", "1")),
            Map.entry(Forms.UNPAUSE_PAUSE, Arbitraries.of("0", "1")),
            Map.entry(Forms.ORDER_EVENT, Arbitraries.of("0", "1", "2", "3")),
            Map.entry(Forms.CARD_EVENT, Arbitraries.of("0", "1")),
            Map.entry(Forms.UNITS, Arbitraries.of("0", "1", "2")),
            Map.entry(Forms.TIME_FRAME, Arbitraries.of("3_1", "10_2", "0_0")),
            Map.entry(Forms.COMPARISON, COMPARISONS),
            Map.entry(Forms.DATE_COMPARISON, Arbitraries.of("1", "2", "3")),
            Map.entry(Forms.ANY_COMPARISON, Arbitraries.oneOf(List.of(COMPARISONS, Arbitraries.of("1", "2", "3")))),
            Map.entry(Forms.DATE, Arbitraries.of("TODAY", "S30DAYS", "180DFNOW", "1760000000")),
            Map.entry(Forms.MESSAGE_LINK, Arbitraries.of("57_2", "1_0")));

    private RuleExamples() {
    }

    /** Any element of the kind, with values that fit. */
    static Arbitrary<Map<String, Object>> elements(RuleKind kind) {
        return Arbitraries.of(RuleGrammar.all().stream().filter(row -> row.kind() == kind).toList())
                .flatMap(RuleExamples::element);
    }

    static Arbitrary<Map<String, Object>> element(RuleElement row) {
        List<Arbitrary<String>> values = new ArrayList<>();
        row.parameters().forEach(parameter -> values.add(VALUES.get(parameter.form())));
        return Combinators.combine(values).as(params -> {
            Map<String, Object> element = new LinkedHashMap<>();
            element.put(RuleWriter.NAME, row.name());
            element.put(RuleWriter.PARAMS, List.copyOf(params));
            return element;
        });
    }

    /** One value that fits the parameter. */
    public static String value(RuleParameter parameter) {
        return VALUES.get(parameter.form()).sample();
    }
}
