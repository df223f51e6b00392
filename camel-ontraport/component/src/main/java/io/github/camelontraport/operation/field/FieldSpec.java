package io.github.camelontraport.operation.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.operation.KnownKeys;
import io.github.camelontraport.operation.ParameterParsers;
import java.util.List;
import java.util.stream.Stream;

/** One custom field as people write it, checked before anything is sent. */
final class FieldSpec {

    private static final List<String> TYPES = List.of(
            "check",
            "country",
            "fulldate",
            "list",
            "longtext",
            "numeric",
            "price",
            "phone",
            "state",
            "drop",
            "text",
            "email",
            "sms",
            "address");
    /** Types of fields that exist but cannot be created. */
    private static final List<String> OTHER_TYPES =
            List.of("timestamp", "parent", "mergefield", "subscription", "url", "image", "date");

    private static final List<String> WITH_OPTIONS = List.of("drop", "list");

    private static final List<String> CREATE_KEYS = List.of("alias", "label", "type", "required", "unique", "options");
    /** The last two come with a field that was read; they cannot be written. */
    private static final List<String> UPDATE_KEYS =
            List.of("field", "id", "alias", "label", "type", "required", "unique", "options", "editable", "deletable");

    private static final List<String> OPTION_KEYS = List.of("add", "remove", "replace");

    private FieldSpec() {}

    static ObjectNode of(JsonNode node, String where, boolean creates) {
        if (!(node instanceof ObjectNode object)) {
            throw new InvalidInputException(
                    where + " is no field; a field is such as " + "{\"alias\": \"Colour\", \"type\": \"text\"}");
        }
        ObjectNode given = KnownKeys.withoutNulls(object);
        KnownKeys.check(given, where, creates ? CREATE_KEYS : UPDATE_KEYS);
        ObjectNode field = given.objectNode();
        if (!creates) {
            identify(given, where, field);
        }
        KnownKeys.text(given, where, "alias", "label").ifPresent(alias -> field.put("alias", alias));
        KnownKeys.text(given, where, "type").ifPresent(type -> field.put("type", checkedType(type, where, creates)));
        if (creates && !(field.has("alias") && field.has("type"))) {
            throw new InvalidInputException(where + ": a new field needs alias (its label) and type");
        }
        flag(given, where, "required", field);
        flag(given, where, "unique", field);
        JsonNode options = options(given.path("options"), where, creates);
        if (!options.isEmpty()) {
            if (field.has("type") && !WITH_OPTIONS.contains(field.path("type").asText())) {
                throw new InvalidInputException(where + ": options are for the types " + WITH_OPTIONS + ", not for "
                        + field.path("type").asText());
            }
            field.set("options", options);
        }
        return field;
    }

    private static void identify(ObjectNode given, String where, ObjectNode field) {
        KnownKeys.text(given, where, "field").ifPresent(name -> field.put("field", name));
        KnownKeys.text(given, where, "id").ifPresent(id -> field.put("id", ParameterParsers.id(id, where + ": id")));
        if (field.isEmpty()) {
            throw new InvalidInputException(
                    where + ": a field that is changed is named by field, such as f1558, or id");
        }
    }

    private static String checkedType(String given, String where, boolean creates) {
        List<String> allowed = creates
                ? TYPES
                : Stream.concat(TYPES.stream(), OTHER_TYPES.stream()).toList();
        if (!allowed.contains(given)) {
            throw new InvalidInputException(
                    where + ": type '" + given + "' is not one of " + allowed + "." + Suggestions.hint(given, allowed));
        }
        return given;
    }

    private static void flag(ObjectNode given, String where, String key, ObjectNode field) {
        KnownKeys.text(given, where, key)
                .ifPresent(value -> field.put(key, ParameterParsers.flag(value, where + ": " + key) ? 1 : 0));
    }

    /** Labels to add, to remove, or to replace all others with; a plain list adds to a new field. */
    private static JsonNode options(JsonNode options, String where, boolean creates) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        if ((options.isContainerNode() && options.isEmpty())
                || (!options.isContainerNode() && options.asText().isBlank())) {
            return changes;
        }
        if (options.isArray() && creates) {
            return changes.set("add", labels(options, where + ": options"));
        }
        if (!(options instanceof ObjectNode given)) {
            throw new InvalidInputException(where + ": options are "
                    + (creates
                            ? "a list of labels"
                            : "{\"add\": [labels]}, " + "{\"remove\": [labels]} or {\"replace\": [labels]}"));
        }
        KnownKeys.check(given, where + ": options", creates ? OPTION_KEYS.subList(0, 1) : OPTION_KEYS);
        given.properties()
                .forEach(change -> changes.set(
                        change.getKey(), labels(change.getValue(), where + ": options." + change.getKey())));
        return changes;
    }

    /** At least one label: replacing by none would remove all options. */
    private static ArrayNode labels(JsonNode labels, String where) {
        boolean areLabels = labels.isArray()
                && !labels.isEmpty()
                && labels.valueStream()
                        .noneMatch(label -> label.isContainerNode()
                                || label.isNull()
                                || label.asText().isBlank());
        if (!areLabels) {
            throw new InvalidInputException(where + " needs a list of one label or more");
        }
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        labels.forEach(label -> texts.add(label.asText()));
        return texts;
    }
}
