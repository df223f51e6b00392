package io.github.camelontraport.docs;

import io.github.camelontraport.operation.message.MessageParameter;
import io.github.camelontraport.operation.message.MessageType;
import io.github.camelontraport.operation.rule.RuleElement;
import io.github.camelontraport.operation.rule.RuleGrammar;
import io.github.camelontraport.operation.rule.RuleKind;
import io.github.camelontraport.operation.rule.RuleParameter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What messages and rules are made of. */
final class MessageAndRuleTables {

    private MessageAndRuleTables() {}

    static String messageParameters() {
        return Tables.table(
                List.of("Parameter", "Types", "Meaning", "What it can be"),
                MessageParameter.all().stream()
                        .map(parameter -> List.of(
                                Tables.code(parameter.name()),
                                types(parameter),
                                parameter.meaning(),
                                parameter.argumentType().described())));
    }

    private static String types(MessageParameter parameter) {
        return parameter.types().size() == MessageType.values().length
                ? "all"
                : parameter.types().stream()
                        .map(type -> Tables.code(type.text()))
                        .collect(Collectors.joining(", "));
    }

    static String elements(RuleKind kind) {
        return Tables.table(
                List.of("Element", "Contacts only"),
                RuleGrammar.all().stream()
                        .filter(row -> row.kind() == kind)
                        .map(row -> List.of(Tables.code(row.signature()), row.contactsOnly() ? "*" : "")));
    }

    /** One row for each name and form; where a name has several forms, with the elements that have this one. */
    static String ruleParameters() {
        Map<RuleParameter, Set<String>> elements = new LinkedHashMap<>();
        for (RuleElement row : RuleGrammar.all()) {
            row.parameters().forEach(parameter -> elements.computeIfAbsent(parameter, unused -> new LinkedHashSet<>())
                    .add(Tables.code(row.name())));
        }
        Stream<Map.Entry<RuleParameter, Set<String>>> sorted = elements.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()));
        return Tables.table(
                List.of("Parameter", "What it can be", "Of, where a name has several meanings"),
                sorted.map(entry -> List.of(
                        Tables.code(entry.getKey().name()),
                        entry.getKey().argumentType().described(),
                        isAmbiguous(entry.getKey(), elements.keySet()) ? String.join(", ", entry.getValue()) : "")));
    }

    private static boolean isAmbiguous(RuleParameter parameter, Set<RuleParameter> all) {
        return all.stream()
                        .filter(other -> other.name().equals(parameter.name()))
                        .count()
                > 1;
    }
}
