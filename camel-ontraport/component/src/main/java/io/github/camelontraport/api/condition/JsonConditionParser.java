package io.github.camelontraport.api.condition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the API's JSON form: an array of clauses with the texts "AND" and "OR" between them. */
final class JsonConditionParser {

    private static final JsonMapper MAPPER = Json.strict().build();

    private static final String EXAMPLE =
            "[{\"field\":{\"field\":\"email\"},\"op\":\"=\",\"value\":{\"value\":\"nora@example.com\"}}]";

    private JsonConditionParser() {}

    /** The clauses joined by AND, in groups joined by OR. */
    static List<List<Clause>> read(String text) {
        JsonNode array = tree(text);
        if (!array.isArray() || array.isEmpty()) {
            throw new InvalidInputException("A condition in JSON is an array of clauses, not "
                    + (array.isArray() ? "an empty one" : "a single object; put it into square brackets")
                    + ". Example: " + EXAMPLE);
        }
        List<List<Clause>> groups = new ArrayList<>();
        groups.add(new ArrayList<>());
        for (int i = 0; i < array.size(); i++) {
            if (i % 2 == 0) {
                groups.get(groups.size() - 1).add(clause(array.get(i), i + 1));
            } else if (isOr(array.get(i), i + 1)) {
                groups.add(new ArrayList<>());
            }
        }
        if (array.size() % 2 == 0) {
            throw wrong(array.size() + 1, "a clause must follow the last " + array.get(array.size() - 1));
        }
        return groups;
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    "The condition starts like JSON but cannot be read: "
                            + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")",
                    e);
        }
    }

    private static boolean isOr(JsonNode joint, int position) {
        String word = joint.asText().toUpperCase(Locale.ROOT);
        if (!joint.isTextual() || !Set.of("AND", "OR").contains(word)) {
            throw wrong(position, "expected \"AND\" or \"OR\" between two clauses but found " + joint);
        }
        return word.equals("OR");
    }

    private static Clause clause(JsonNode node, int position) {
        requireKeys(node, position, "a clause", Set.of("field", "op", "value"));
        requireKeys(node.get("field"), position, "'field'", Set.of("field"));
        JsonNode name = node.get("field").get("field");
        JsonNode op = node.get("op");
        if (!name.isTextual() || !op.isTextual()) {
            throw wrong(position, "the field name and 'op' must be texts");
        }
        Operator operator = Operator.of(op.textValue())
                .orElseThrow(() -> wrong(
                        position,
                        "unknown operator " + op + "." + OperatorHints.instead(op.textValue()) + " Allowed: "
                                + Operator.all()));
        return new Clause(name.textValue(), operator, values(node.get("value"), operator, position));
    }

    private static List<Object> values(JsonNode value, Operator operator, int position) {
        return switch (operator.operand()) {
            case SCALAR -> List.of(scalar(value, position));
            case LIST -> {
                requireKeys(value, position, "the value of " + operator.symbol(), Set.of("list"));
                JsonNode list = value.get("list");
                if (!list.isArray() || list.isEmpty()) {
                    throw wrong(position, "'list' must be an array with at least one {\"value\":...}");
                }
                yield StreamSupport.stream(list.spliterator(), false)
                        .map(item -> scalar(item, position))
                        .toList();
            }
            case NULL -> {
                if (!isNull(value)) {
                    throw wrong(position, "the value of IS must be the text \"NULL\", not " + value);
                }
                yield List.of();
            }
        };
    }

    /** The bare text of the API's own examples, or the null inside an object that its PHP library writes. */
    private static boolean isNull(JsonNode value) {
        return (value.isTextual() && value.textValue().equalsIgnoreCase("NULL"))
                || (value.isObject()
                        && value.size() == 1
                        && value.has("value")
                        && value.get("value").isNull());
    }

    private static Object scalar(JsonNode node, int position) {
        requireKeys(node, position, "a value", Set.of("value"));
        JsonNode value = node.get("value");
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return ConditionValues.number(value.decimalValue());
        }
        throw wrong(
                position,
                "a value must be a text, a number or a boolean, not " + value
                        + (value.isNull() ? "; write \"op\":\"IS\",\"value\":\"NULL\" to find empty fields" : ""));
    }

    private static void requireKeys(JsonNode node, int position, String what, Set<String> keys) {
        Set<String> found =
                node.properties().stream().map(entry -> entry.getKey()).collect(Collectors.toSet());
        if (!node.isObject() || !found.equals(keys)) {
            throw wrong(
                    position,
                    what + " must be an object with exactly "
                            + keys.stream().sorted().map(key -> '"' + key + '"').collect(Collectors.joining(", "))
                            + " but is " + node);
        }
    }

    private static InvalidInputException wrong(int position, String message) {
        return new InvalidInputException("Condition, element " + position + " of the JSON array: " + message);
    }
}
