package io.github.camelontraport.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.value.BodyReader;
import java.util.Arrays;
import java.util.List;

/** How much of the record a delivery brings. */
public enum WebhookFormat {

    /** All fields. */
    full,
    /** The id, and of contacts name and e-mail address. */
    lightweight,
    /** The id. */
    notify;

    /** @throws InvalidInputException naming the formats there are */
    public static WebhookFormat named(String text) {
        List<String> names = Arrays.stream(values()).map(WebhookFormat::name).toList();
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("Option webhookFormat: '" + text + "' is not one of "
                        + names + "." + Suggestions.hint(text.strip(), names)));
    }

    /** The subscription's {@code data}; empty for full records, which the API sends without it. */
    public String data() {
        return this == full
                ? ""
                : JsonNodeFactory.instance.objectNode().put("format", name()).toString();
    }

    /** Whether a subscription with this {@code data} brings this format. */
    boolean isMeantBy(JsonNode data) {
        return name().equals(format(data));
    }

    private static String format(JsonNode data) {
        JsonNode parsed = data;
        if (data.isTextual()) {
            try {
                parsed = BodyReader.jsonOrText(data.asText());
            } catch (InvalidInputException e) {
                return "unknown";
            }
        }
        return parsed.path("format").asText(full.name());
    }
}
