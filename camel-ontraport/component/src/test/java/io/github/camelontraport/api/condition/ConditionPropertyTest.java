package io.github.camelontraport.api.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;

class ConditionPropertyTest {

    private static final List<String> FLAGS = List.of("a", "b", "c", "d", "k", "l");

    @Property
    void shortFormAndJsonSayTheSame(@ForAll("conditions") Condition condition) {
        Condition read = Condition.parse(condition.toString());
        assertThat(read).isEqualTo(condition);
        assertThat(Condition.parse(read.toJson())).isEqualTo(condition);
        assertThat(Condition.parse(read.toJson()).toJson()).isEqualTo(condition.toJson());
    }

    @Property
    void anyTextIsReadOrRefusedButNeverBreaks(@ForAll("nearlyConditions") String text) {
        try {
            assertThat(Condition.parse(text).fields()).isNotEmpty();
        } catch (InvalidInputException refused) {
            assertThat(refused).hasMessageContaining("ondition");
        }
    }

    @Property
    void narrowingIsRightForBothReadings(
            @ForAll("flagConditions") Condition condition,
            @ForAll("flagRestrictions") Condition restriction,
            @ForAll @Size(6) List<Boolean> flags) {
        Map<String, Boolean> record = new HashMap<>();
        IntStream.range(0, 6).forEach(i -> record.put(FLAGS.get(i), flags.get(i)));
        Condition narrowed = condition.and(restriction);
        boolean met = byPrecedence(restriction, record);
        assertThat(byPrecedence(narrowed, record)).isEqualTo(byPrecedence(condition, record) && met);
        assertThat(leftToRight(narrowed, record)).isEqualTo(leftToRight(condition, record) && met);
        assertThat(narrowed.matches(record))
                .isEqualTo(MatchResult.of(byPrecedence(narrowed, record) || leftToRight(narrowed, record)));
    }

    @Property
    void unknownMeansThatTheMissingFieldDecides(
            @ForAll("flagConditions") Condition condition, @ForAll @Size(6) List<@WithNull(0.3) Boolean> flags) {
        Map<String, Object> record = new HashMap<>();
        IntStream.range(0, 6).filter(i -> flags.get(i) != null).forEach(i -> record.put(FLAGS.get(i), flags.get(i)));
        MatchResult match = condition.matches(record);
        Map<String, Object> all = new HashMap<>(record);
        FLAGS.forEach(flag -> all.putIfAbsent(flag, true));
        if (match != MatchResult.UNKNOWN) {
            assertThat(condition.matches(all)).isEqualTo(match);
        }
    }

    // Evaluated here over the words of the short form, apart from how conditions are built and evaluated.

    private static boolean byPrecedence(Condition condition, Map<String, ?> record) {
        for (String group : condition.toString().split(" OR ")) {
            boolean all = true;
            for (String clause : group.split(" AND ")) {
                all &= value(clause, record);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean leftToRight(Condition condition, Map<String, ?> record) {
        String[] words = condition.toString().replace(" = 1", "=1").split(" ");
        boolean soFar = value(words[0], record);
        for (int i = 1; i < words.length; i += 2) {
            boolean next = value(words[i + 1], record);
            soFar = words[i].equals("AND") ? soFar && next : soFar || next;
        }
        return soFar;
    }

    private static boolean value(String clause, Map<String, ?> record) {
        return (Boolean) record.get(clause.substring(0, 1));
    }

    @Provide
    Arbitrary<Condition> flagConditions() {
        return Arbitraries.of("a", "b", "c", "d")
                .map(flag -> new Clause(flag, Operator.EQUAL, List.of("1")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(Condition::new);
    }

    @Provide
    Arbitrary<Condition> flagRestrictions() {
        return Arbitraries.of("k", "l", "a")
                .map(flag -> new Clause(flag, Operator.EQUAL, List.of("1")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(group -> new Condition(List.of(group)));
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return clause().list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Condition::new);
    }

    @Provide
    Arbitrary<String> nearlyConditions() {
        Arbitrary<String> piece = Arbitraries.of(
                "a", "AND", "or", "=", "<>", "!=", "IN", "NOT", "IS", "NULL", "LIKE", "(", ")", ",", "1", "-2.5", "'x'",
                "\"y\"", "'", "[", "{", "\\", "//", "é", "\uD83D", "\u0000");
        return Arbitraries.oneOf(
                piece.list().ofMaxSize(12).map(pieces -> String.join(" ", pieces)), Arbitraries.strings());
    }

    private static Arbitrary<Clause> clause() {
        Arbitrary<String> field = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withChars("_éßЖ漢")
                                .ofLength(1),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withCharRange('0', '9')
                                .withChars("_\u0301")
                                .ofMaxLength(8),
                        Arbitraries.of("", "//x1"))
                .as((first, rest, relation) -> first + rest + relation)
                .filter(name -> !name.equals("and") && !name.equals("or"));
        return Combinators.combine(field, Arbitraries.of(Operator.values()))
                .as(List::of)
                .flatMap(pair -> {
                    Operator operator = (Operator) pair.get(1);
                    return values(operator).map(values -> new Clause((String) pair.get(0), operator, values));
                });
    }

    private static Arbitrary<List<Object>> values(Operator operator) {
        Arbitrary<Object> text = Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .filter(ConditionPropertyTest::isWhole)
                .asGeneric();
        Arbitrary<Object> number = Arbitraries.bigDecimals()
                .ofScale(2)
                .map(ConditionValues::number)
                .asGeneric();
        return switch (operator.operand()) {
            case SCALAR -> text.list().ofSize(1);
            case LIST ->
                Arbitraries.oneOf(text.filter(value -> !ConditionValues.isNumber((String) value)), number)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(ArrayList::new);
            case NULL -> Arbitraries.just(List.of());
        };
    }

    /** Half of a surrogate pair is no text, and does not survive any encoding. */
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
