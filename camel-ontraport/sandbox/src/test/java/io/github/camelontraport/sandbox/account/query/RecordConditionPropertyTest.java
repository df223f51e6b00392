package io.github.camelontraport.sandbox.account.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.account.type.TypeCatalog;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for all conditions. */
class RecordConditionPropertyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeDefinition CONTACT = new TypeCatalog().get(TypeDefinition.CONTACT);

    @Property
    void comparisonsPartitionTheValues(@ForAll("values") String value, @ForAll("values") String operand) {
        List<String> holding = List.of("<", "=", ">").stream()
                .filter(operator -> matches(value, clause(operator, operand)))
                .toList();

        assertThat(holding).hasSize(1);
        assertThat(matches(value, clause("<>", operand))).isEqualTo(!holding.contains("="));
        assertThat(matches(value, clause(">=", operand))).isEqualTo(!holding.contains("<"));
        assertThat(matches(value, clause("<=", operand))).isEqualTo(!holding.contains(">"));
    }

    @Property
    void aConjunctionHoldsWhenAllClausesHoldAndADisjunctionWhenOneDoes(
            @ForAll("values") String value, @ForAll("clauses") List<Map<String, Object>> clauses) {
        List<Boolean> single =
                clauses.stream().map(clause -> matches(value, clause)).toList();

        assertThat(matches(value, joined(clauses, "AND"))).isEqualTo(!single.contains(false));
        assertThat(matches(value, joined(clauses, "OR"))).isEqualTo(single.contains(true));
    }

    @Property
    void inIsADisjunctionOfEquals(@ForAll("values") String value, @ForAll("lists") List<String> operands) {
        List<Object> equals =
                joined(operands.stream().map(operand -> clause("=", operand)).toList(), "OR");

        assertThat(matches(value, listClause("IN", operands))).isEqualTo(matches(value, equals));
        assertThat(matches(value, listClause("NOT IN", operands))).isEqualTo(!matches(value, equals));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-3, 12).map(String::valueOf),
                Arbitraries.of("1.0", "1.50", "01", "", "a", "A", "ä", "Ä", "b%", "1a", "NULL"));
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return values().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> clauses() {
        return Combinators.combine(Arbitraries.of("=", "<>", ">", "<", ">=", "<="), values())
                .as(RecordConditionPropertyTest::clause)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Map<String, Object> clause(String operator, String operand) {
        return Map.of("field", Map.of("field", "city"), "op", operator, "value", Map.of("value", operand));
    }

    private static Map<String, Object> listClause(String operator, List<String> operands) {
        return Map.of(
                "field",
                Map.of("field", "city"),
                "op",
                operator,
                "value",
                Map.of(
                        "list",
                        operands.stream()
                                .map(operand -> Map.of("value", operand))
                                .toList()));
    }

    private static List<Object> joined(List<Map<String, Object>> clauses, String connective) {
        List<Object> joined = new ArrayList<>();
        for (Map<String, Object> clause : clauses) {
            joined.addAll(joined.isEmpty() ? List.of(clause) : List.of(connective, clause));
        }
        return joined;
    }

    private static boolean matches(String value, Map<String, Object> clause) {
        return matches(value, List.of(clause));
    }

    private static boolean matches(String value, List<?> condition) {
        String json = MAPPER.valueToTree(condition).toString();
        return new RecordConditionParser(CONTACT).parse(json).matches(Collections.singletonMap("city", value));
    }
}
