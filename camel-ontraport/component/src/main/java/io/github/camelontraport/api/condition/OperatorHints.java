package io.github.camelontraport.api.condition;

import java.util.Locale;
import java.util.Map;

/** What to write instead of operators that other languages have and the API has not. */
final class OperatorHints {

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("!=", "Write <> instead."),
            Map.entry("==", "Write = instead."),
            Map.entry("=>", "Write >= instead."),
            Map.entry("=<", "Write <= instead."),
            Map.entry("><", "Write <> instead."),
            Map.entry("<=>", "Write = instead."),
            Map.entry("&&", "Write AND instead."),
            Map.entry("&", "Write AND instead."),
            Map.entry("||", "Write OR instead."),
            Map.entry("|", "Write OR instead."),
            Map.entry("IS NOT NULL", "The API has no such test; write <> '' instead."),
            Map.entry("IS NOT", "The API has no such test; write <> '' instead."),
            Map.entry("IS NOT EMPTY", "The API has no such test; write <> '' instead."),
            Map.entry("IS EMPTY", "The API has no such test; write = '' or IS NULL instead."),
            Map.entry("NOT LIKE", "The API has no such operator; filter the records after reading them."),
            Map.entry("NOT", "The only negated operators are <> and NOT IN."),
            Map.entry("BETWEEN", "Write two clauses instead, such as: f >= 1 AND f <= 9."),
            Map.entry("CONTAINS", "Write LIKE '%text%' instead."),
            Map.entry("STARTSWITH", "Write LIKE 'text%' instead."),
            Map.entry("ENDSWITH", "Write LIKE '%text' instead."),
            Map.entry("EQUALS", "Write = instead."));

    private OperatorHints() {}

    /** The advice for an unknown operator, starting with a blank, or the empty text. */
    static String instead(String operator) {
        String advice = INSTEAD.get(operator.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " "));
        return advice == null ? "" : " " + advice;
    }
}
