package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as a form carries them: scalars as text, structures as JSON text. */
public final class FormEncoding {

    private FormEncoding() {}

    public static Map<String, String> of(ObjectNode fields) {
        Map<String, String> form = new LinkedHashMap<>();
        fields.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> form.put(field.getKey(), text(field.getValue())));
        return form;
    }

    /** Likewise, with lists as comma text, the only form that a query has for one. */
    public static Map<String, String> ofQuery(ObjectNode fields) {
        Map<String, String> query = of(fields);
        fields.properties().stream()
                .filter(field -> field.getValue().isArray())
                .forEach(field -> query.put(
                        field.getKey(),
                        field.getValue().valueStream().map(FormEncoding::text).collect(Collectors.joining(","))));
        return query;
    }

    private static String text(JsonNode value) {
        if (value.isContainerNode()) {
            return value.toString();
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
