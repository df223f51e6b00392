package io.github.camelontraport.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.Bodies;

/** How much of the record a delivery brings. */
public enum WebhookFormat {

    /** All fields. */
    full,
    /** The id, and of contacts name and e-mail address. */
    lightweight,
    /** The id. */
    notify;

    /** The subscription's {@code data}; empty for full records, which the API sends without it. */
    String data() {
        return this == full ? "" : JsonNodeFactory.instance.objectNode().put("format", name()).toString();
    }

    /** Whether a subscription with this {@code data} brings this format. */
    boolean isMeantBy(JsonNode data) {
        return name().equals(format(data));
    }

    private static String format(JsonNode data) {
        JsonNode parsed = data;
        if (data.isTextual()) {
            try {
                parsed = Bodies.jsonOrText(data.asText());
            } catch (InvalidInputException e) {
                return "unknown";
            }
        }
        return parsed.path("format").asText(full.name());
    }
}
