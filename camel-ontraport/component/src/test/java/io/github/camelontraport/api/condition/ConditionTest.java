package io.github.camelontraport.api.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void scalarsGivenInCodeAreSentAsText() {
        assertThat(Condition.of("id", Operator.GREATER, 207L).toJson())
                .isEqualTo("[{\"field\":{\"field\":\"id\"},\"op\":\">\",\"value\":{\"value\":\"207\"}}]");
        assertThat(Condition.of("spent", Operator.EQUAL, 1e20).toJson()).contains("\"100000000000000000000\"");
        assertThat(Condition.of("f1614", Operator.EQUAL, true).toJson()).contains("{\"value\":\"1\"}");
    }

    @Test
    void listsGivenInCodeKeepNumbersAsNumbers() {
        List<Object> values = List.of(208, "x", new BigInteger("9223372036854775808"), new BigDecimal("1.50"), true);
        assertThat(Condition.in("id", values).toJson())
                .endsWith("\"op\":\"IN\",\"value\":{\"list\":[{\"value\":208},"
                        + "{\"value\":\"x\"},{\"value\":9223372036854775808},{\"value\":1.50},{\"value\":1}]}}]");
    }

    @Test
    void nullIsOnlyForIs() {
        assertThat(Condition.of("email", Operator.IS, null)).isEqualTo(Condition.parse("email IS NULL"));
        refused("Use IS NULL", () -> Condition.of("email", Operator.EQUAL, null));
        refused("IS takes NULL and nothing else", () -> Condition.of("email", Operator.IS, "x"));
    }

    @Test
    void refusesWhatCannotBeCompared() {
        refused("'spent' cannot compare with NaN", () -> Condition.of("spent", Operator.LESS, Double.NaN));
        refused("more than 400 digits", () -> Condition.of("f1", Operator.LESS, new BigDecimal("1E999999999")));
        refused("not java.util.ArrayList", () -> Condition.of("f1", Operator.EQUAL, new ArrayList<>()));
        refused("at least one value", () -> Condition.in("id", List.of()));
        refused("takes texts", () -> Condition.in("id", Arrays.asList(1, null)));
        refused("is blank", () -> Condition.of(" ", Operator.EQUAL, 1));
        refused("is missing", () -> Condition.of(null, Operator.EQUAL, 1));
    }

    @Test
    void restrictsEveryGroup() {
        Condition narrowed = Condition.parse("a = 1 AND b = 2 OR c = 3").and(Condition.parse("id > 5 AND d = 4"));
        assertThat(narrowed).hasToString("a = 1 AND b = 2 AND id > 5 AND d = 4 OR c = 3 AND id > 5 AND d = 4");
        refused("without OR", () -> Condition.parse("a = 1").and(Condition.parse("b = 1 OR c = 1")));
    }

    @Test
    void knowsItsFieldsAndOrs() {
        Condition condition = Condition.parse("zip = 1 OR id > 2 AND zip = 3 AND owner//firstname = 'Ada'");
        assertThat(condition.fields()).containsExactly("zip", "id", "owner//firstname");
        assertThat(condition.hasOr()).isTrue();
        assertThat(Condition.parse("a = 1 AND b = 2").hasOr()).isFalse();
    }

    @Test
    void equalsByContent() {
        assertThat(Condition.parse("a = 1"))
                .isEqualTo(Condition.of("a", Operator.EQUAL, 1))
                .hasSameHashCodeAs(Condition.of("a", Operator.EQUAL, 1))
                .isNotEqualTo(Condition.parse("a = 2"));
    }

    private static void refused(String message, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }
}
