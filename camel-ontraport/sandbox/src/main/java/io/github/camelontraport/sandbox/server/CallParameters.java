package io.github.camelontraport.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The parameters of one call, whether they came by query, form or JSON. A parameter given empty counts as not given. */
public final class CallParameters {

    private static final Set<String> TRUE = Set.of("true", "1");

    private final Map<String, JsonNode> values;

    CallParameters(Map<String, JsonNode> values) {
        this.values = values;
    }

    /** The parameter as text, or null when it is absent, null or empty. */
    public String text(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw ErrorReply.invalid("Invalid value for parameter: " + name);
        }
        return value.asText().isEmpty() ? null : value.asText();
    }

    String require(String name) {
        String text = text(name);
        if (text == null) {
            throw ErrorReply.missing(name);
        }
        return text;
    }

    /** Refuses a call without the parameter, which may be an object or array. */
    void refuseWithout(String name) {
        JsonNode value = structure(name);
        if (value == null || value.isValueNode() && value.asText().isEmpty()) {
            throw ErrorReply.missing(name);
        }
    }

    public boolean flag(String name) {
        String text = text(name);
        return text != null && TRUE.contains(text);
    }

    /** The parameter as an integer, or null when it is not given. */
    public Long number(String name) {
        String text = text(name);
        return text == null ? null : parseId(name, text);
    }

    /** Elements of an array or of comma-separated text; empty when the parameter is not given. */
    public List<String> list(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (value.isObject() || value.valueStream().anyMatch(JsonNode::isContainerNode)) {
            throw ErrorReply.invalid("Invalid value for parameter: " + name);
        }
        List<String> elements = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> elements.add(element.asText()));
        } else {
            elements.addAll(Arrays.asList(value.asText().split(",")));
        }
        return elements.stream()
                .map(String::trim)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /** As {@link #list}, for a parameter that must have at least one element. */
    List<String> requireList(String name) {
        List<String> elements = list(name);
        if (elements.isEmpty()) {
            throw ErrorReply.missing(name);
        }
        return elements;
    }

    public List<Long> numbers(String name) {
        return list(name).stream().map(text -> parseId(name, text)).toList();
    }

    /** The parameter as a JSON object, or null when it is not given. */
    public ObjectNode object(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw ErrorReply.invalid("Invalid value for parameter: " + name);
    }

    /** As {@link #object}, for a parameter that must be given. */
    public ObjectNode requireObject(String name) {
        ObjectNode object = object(name);
        if (object == null) {
            throw ErrorReply.missing(name);
        }
        return object;
    }

    boolean isArray(String name) {
        JsonNode value = values.get(name);
        return value != null && value.isArray();
    }

    /** The parameter in whatever structure it came; null when it is absent or null. */
    JsonNode structure(String name) {
        JsonNode value = values.get(name);
        return value == null || value.isNull() ? null : value;
    }

    public void forEach(BiConsumer<String, JsonNode> consumer) {
        values.forEach(consumer);
    }

    private static Long parseId(String name, String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw ErrorReply.invalid("Invalid value for parameter: " + name);
        }
    }
}
