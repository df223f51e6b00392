package io.github.camelontraport.sandbox.account.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses rules with events, conditions or actions that {@code rule-elements.json} does not list. The file maps each
 * element to the kinds of its values. A star marks elements that are for rules about contacts only.
 */
public final class RuleValidator {

    private static final String RESOURCE = "rule-elements.json";
    private static final Table TABLE = load();
    private static final List<String> FIELDS = List.of("events", "conditions", "actions", "object_type_id");
    private static final Pattern ELEMENT = Pattern.compile("(?s)\\s*(\\w+)\\s*(?:\\((.*)\\))?\\s*");
    private static final String JOIN = ";";

    private RuleValidator() {}

    /** Whether the changes of a rule need a check. */
    public static boolean concerns(Map<String, String> changes) {
        return !Collections.disjoint(changes.keySet(), FIELDS);
    }

    public static void check(Map<String, String> rule) {
        boolean contacts = Integer.toString(TypeDefinition.CONTACT).equals(rule.get("object_type_id"));
        check("events", JOIN, TABLE.events(), rule, contacts);
        check("conditions", "[;|]", TABLE.conditions(), rule, contacts);
        check("actions", JOIN, TABLE.actions(), rule, contacts);
    }

    private static void check(
            String field, String join, Map<String, String> known, Map<String, String> rule, boolean contacts) {
        String text = rule.get(field);
        if (FieldValues.isBlank(text)) {
            return;
        }
        for (String element : text.split(join, -1)) {
            if (!isElement(element, known, contacts)) {
                throw ApiErrorException.invalid("Invalid value for parameter: " + field);
            }
        }
    }

    private static boolean isElement(String text, Map<String, String> known, boolean contacts) {
        Matcher parts = ELEMENT.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        String kinds = known.get(parts.group(1));
        if (kinds == null && contacts) {
            kinds = known.get("*" + parts.group(1));
        }
        String values = parts.group(2) == null ? "" : parts.group(2);
        return kinds != null && areValues(values, kinds);
    }

    private static boolean areValues(String text, String kinds) {
        if (kinds.isEmpty()) {
            return text.isBlank();
        }
        String[] values = text.split(",", -1);
        String[] kind = kinds.split(" ");
        boolean fit = values.length == kind.length;
        for (int i = 0; fit && i < kind.length; i++) {
            fit = Pattern.matches("(?s)" + TABLE.values().get(kind[i]), values[i]);
        }
        return fit;
    }

    private static Table load() {
        try (InputStream json = RuleValidator.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readValue(json, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is damaged", e);
        }
    }

    /** @param values the pattern of each kind of value */
    private record Table(
            Map<String, String> values,
            Map<String, String> events,
            Map<String, String> conditions,
            Map<String, String> actions) {}
}
