package io.github.camelontraport.sandbox.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The parameters of a request, from its query, form or JSON body. An empty parameter counts as not given. */
public final class RequestParameters {

    private static final Set<String> TRUE = Set.of("true", "1");

    private final Map<String, JsonNode> values;
    private final boolean json;

    /** @param json whether the request has a JSON body */
    RequestParameters(Map<String, JsonNode> values, boolean json) {
        this.values = values;
        this.json = json;
    }

    /** Whether the request has a JSON body. */
    public boolean isJson() {
        return json;
    }

    /** The parameter as text, or null when it is absent, null or empty. */
    public String text(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw ApiErrorException.invalid("Invalid value for parameter: " + name);
        }
        return value.asText().isEmpty() ? null : value.asText();
    }

    public String require(String name) {
        String text = text(name);
        if (text == null) {
            throw ApiErrorException.missing(name);
        }
        return text;
    }

    /** @throws ApiErrorException when the parameter is not given; it may be an object or array */
    public void refuseWithout(String name) {
        JsonNode value = structure(name);
        if (value == null || (value.isValueNode() && value.asText().isEmpty())) {
            throw ApiErrorException.missing(name);
        }
    }

    public boolean flag(String name) {
        String text = text(name);
        return text != null && TRUE.contains(text);
    }

    /** The parameter as an integer, null when not given. */
    public Long number(String name) {
        String text = text(name);
        return text == null ? null : parseId(name, text);
    }

    /**
     * The elements of an array as they are, or of comma-separated text without surrounding blanks. Empty when the parameter is
     * not given.
     */
    public List<String> list(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (value.isObject() || value.valueStream().anyMatch(JsonNode::isContainerNode)) {
            throw ApiErrorException.invalid("Invalid value for parameter: " + name);
        }
        List<String> elements = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> elements.add(element.asText()));
        } else {
            Arrays.stream(value.asText().split(",")).map(String::strip).forEach(elements::add);
        }
        return elements.stream().filter(element -> !element.isEmpty()).toList();
    }

    /** As {@link #list}, for a parameter that must have at least one element. */
    public List<String> requireList(String name) {
        List<String> elements = list(name);
        if (elements.isEmpty()) {
            throw ApiErrorException.missing(name);
        }
        return elements;
    }

    public List<Long> numbers(String name) {
        return list(name).stream().map(text -> parseId(name, text.strip())).toList();
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
        throw ApiErrorException.invalid("Invalid value for parameter: " + name);
    }

    /** As {@link #object}, for a parameter that must be given. */
    public ObjectNode requireObject(String name) {
        ObjectNode object = object(name);
        if (object == null) {
            throw ApiErrorException.missing(name);
        }
        return object;
    }

    public boolean isArray(String name) {
        JsonNode value = values.get(name);
        return value != null && value.isArray();
    }

    /** The parameter as received, null when it is absent or null. */
    public JsonNode structure(String name) {
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
            throw ApiErrorException.invalid("Invalid value for parameter: " + name);
        }
    }
}
