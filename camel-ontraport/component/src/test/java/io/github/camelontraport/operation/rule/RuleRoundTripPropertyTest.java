package io.github.camelontraport.operation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back as it was, for every element that there is. */
class RuleRoundTripPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 200)
    void eventsAreReadBack(@ForAll("events") List<Map<String, Object>> events) {
        checkRoundTrip(RuleKind.EVENT, events);
    }

    @Property(tries = 200)
    void conditionsAreReadBackWithTheirJoins(@ForAll("conditions") List<Map<String, Object>> conditions) {
        checkRoundTrip(RuleKind.CONDITION, conditions);
    }

    @Property(tries = 200)
    void actionsAreReadBack(@ForAll("actions") List<Map<String, Object>> actions) {
        checkRoundTrip(RuleKind.ACTION, actions);
    }

    @Example
    void everyElementIsReadBack() {
        for (RuleElement row : RuleGrammar.all()) {
            checkRoundTrip(row.kind(), List.of(RuleExamples.element(row).sample()));
        }
    }

    private static void checkRoundTrip(RuleKind kind, List<Map<String, Object>> elements) {
        String text = write(kind, elements);
        List<Map<String, Object>> read = RuleParser.parse(text);
        assertThat(read).isEqualTo(elements);
        assertThat(write(kind, read)).isEqualTo(text);
    }

    private static String write(RuleKind kind, List<Map<String, Object>> elements) {
        JsonNode list = JSON.valueToTree(elements);
        return new RuleWriter(kind, true).write(list);
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> events() {
        return RuleExamples.elements(RuleKind.EVENT).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> actions() {
        return RuleExamples.elements(RuleKind.ACTION).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> conditions() {
        Arbitrary<Map<String, Object>> joined = Combinators.combine(
                        RuleExamples.elements(RuleKind.CONDITION), Arbitraries.of(true, false))
                .as((element, or) -> {
                    Map<String, Object> with = new LinkedHashMap<>(element);
                    if (or) {
                        with.put(RuleWriter.JOIN, RuleWriter.OR);
                    }
                    return with;
                });
        return joined.list().ofMaxSize(5).map(list -> {
            List<Map<String, Object>> fromFirst = new ArrayList<>(list);
            if (!fromFirst.isEmpty()) {
                Map<String, Object> first = new LinkedHashMap<>(fromFirst.get(0));
                first.remove(RuleWriter.JOIN);
                fromFirst.set(0, first);
            }
            return fromFirst;
        });
    }
}
