package io.github.camelontraport;

import io.github.camelontraport.operation.rule.RuleKind;
import io.github.camelontraport.operation.rule.RuleParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses the parts of rules. A rule's {@code events}, {@code conditions} and {@code actions} come as the API's text,
 * such as {@code Is_in_category(4)|Is_in_category(11)}; this class turns them into lists of maps with {@code name}, {@code params}
 * and, for a condition that is an alternative to the one before it, {@code join}. The operations create, update and
 * upsert of {@code ontraport:rules} take such lists.
 */
public final class OntraportRules {

    private OntraportRules() {}

    /**
     * The elements of a text, in their order. Names and values stay as the API has them.
     *
     * @param text events, conditions or actions of a rule; blank or {@code null} for none
     * @throws IllegalArgumentException for a text that cannot be read
     */
    public static List<Map<String, Object>> parse(String text) {
        return RuleParser.parse(text);
    }

    /**
     * A rule with lists in place of texts.
     *
     * @param rule a record of {@code ontraport:rules}, as get and search give it; {@code null} stays {@code null}
     * @throws IllegalArgumentException for a text that cannot be read
     */
    public static Map<String, Object> structured(Map<String, ?> rule) {
        if (rule == null) {
            return null;
        }
        Map<String, Object> structured = new LinkedHashMap<>(rule);
        for (RuleKind kind : RuleKind.values()) {
            structured.computeIfPresent(
                    kind.field(), (field, text) -> text instanceof String written ? parse(written) : text);
        }
        return structured;
    }
}
