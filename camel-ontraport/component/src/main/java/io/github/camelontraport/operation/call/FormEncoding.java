package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes parameters as forms and queries have them: scalars as text, lists of scalars as comma text, structures as JSON. */
public final class FormEncoding {

    private FormEncoding() {}

    /** The texts by name, in order; nulls are left out. */
    public static Map<String, String> of(ObjectNode parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            if (!parameter.getValue().isNull()) {
                texts.put(parameter.getKey(), text(parameter.getValue()));
            }
        }
        return texts;
    }

    private static String text(JsonNode value) {
        if (value.isArray() && value.valueStream().noneMatch(JsonNode::isContainerNode)) {
            return value.valueStream().map(FormEncoding::scalar).collect(Collectors.joining(","));
        }
        return value.isContainerNode() ? value.toString() : scalar(value);
    }

    private static String scalar(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
