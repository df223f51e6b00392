package io.github.camelontraport.operation.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.argument.ArgumentTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes lists of {@code {name, params}} as the API's text, checked against the grammar. */
public final class RuleWriter {

    static final String NAME = "name";
    static final String PARAMS = "params";
    static final String JOIN = "join";
    static final String AND = "and";
    static final String OR = "or";

    private static final List<String> KEYS = List.of(NAME, PARAMS, JOIN);

    private static final String SEPARATING = "(?s).*[,;|()\\p{Cntrl}].*";
    private static final String SEPARATING_PINGS = "(?s):.*|.*:|.*::.*";

    private final RuleKind kind;
    private final boolean contacts;

    /** @param contacts whether the rule is about contacts, as far as that is known */
    public RuleWriter(RuleKind kind, boolean contacts) {
        this.kind = kind;
        this.contacts = contacts;
    }

    /**
     * The text for a list of elements, or for a single one.
     *
     * @throws InvalidInputException for what the grammar does not have or cannot carry
     */
    public String write(JsonNode given) {
        if (!given.isContainerNode()) {
            throw new InvalidInputException(
                    "Field '" + kind.field() + "' is neither the API's text nor a list of {name, " + "params} maps");
        }
        List<JsonNode> elements = given.isArray() ? given.valueStream().toList() : List.of(given);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < elements.size(); i++) {
            String where = kind.field() + "[" + i + "]";
            checkShape(elements.get(i), where);
            text.append(join(elements.get(i).path(JOIN), i == 0, where)).append(element(elements.get(i), where));
        }
        return text.toString();
    }

    private static void checkShape(JsonNode element, String where) {
        if (!element.isObject() || !element.path(NAME).isTextual()) {
            throw new InvalidInputException(where + ": is not a map with name and params");
        }
        element.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new InvalidInputException(
                            where + ": unknown key '" + key + "'." + Suggestions.hint(key, KEYS) + " Keys are " + KEYS);
                });
    }

    /** The separator before an element. The API has no brackets, so each element is joined to the one before it. */
    private String join(JsonNode join, boolean first, String where) {
        if (join.isMissingNode() || join.isNull()) {
            return first ? "" : ";";
        }
        if (first || kind != RuleKind.CONDITION) {
            throw new InvalidInputException(where + ": join is for conditions behind the first one");
        }
        boolean or = join.asText().strip().equalsIgnoreCase(OR);
        if (!or && !join.asText().strip().equalsIgnoreCase(AND)) {
            throw new InvalidInputException(where + ": join '" + join.asText() + "' is neither and nor or");
        }
        return or ? "|" : ";";
    }

    private String element(JsonNode element, String where) {
        List<RuleElement> candidates = RuleGrammar.named(kind, element.get(NAME).asText(), where);
        String called = where + " " + candidates.get(0).name();
        if (candidates.get(0).contactsOnly() && !contacts) {
            throw new InvalidInputException(
                    called + ": is for rules about contacts only, object_type_id " + ObjectTypes.CONTACT.id());
        }
        RuleArguments arguments = RuleArguments.of(element.path(PARAMS), candidates, called);
        List<RuleParameter> parameters = arguments.element().parameters();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String which = called + ": parameter " + parameters.get(i).name();
            String value =
                    parameters.get(i).argumentType().read(arguments.values().get(i), which);
            boolean mayBeEmpty = parameters.get(i).argumentType().equals(ArgumentTypes.ANY_TEXT);
            values.add(value.isEmpty() && mayBeEmpty ? value : carried(value, arguments.element(), which));
        }
        return arguments.element().write(values);
    }

    /** The API cannot quote, so a value must not hold a separator; nor may it be empty. */
    private static String carried(String value, RuleElement ofRule, String where) {
        if (value.isBlank()) {
            throw new InvalidInputException(where + ": has no value");
        }
        if (value.matches(SEPARATING)
                || (ofRule.separator().equals(RuleElement.COLONS) && value.matches(SEPARATING_PINGS))) {
            throw new InvalidInputException(where + ": '" + value + "' holds a comma, semicolon, bar, round bracket, "
                    + "control character" + (ofRule.separator().equals(RuleElement.COLONS) ? " or colons" : "")
                    + ", which the API would read as the end of the value");
        }
        return value;
    }
}
