package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields as a form carries them: scalars as text, structures as JSON text. */
final class FormFields {

    private FormFields() {
    }

    static Map<String, String> of(ObjectNode fields) {
        Map<String, String> form = new LinkedHashMap<>();
        fields.properties().forEach(field -> form.put(field.getKey(), text(field.getValue())));
        return form;
    }

    private static String text(JsonNode value) {
        if (value.isContainerNode()) {
            return value.toString();
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
