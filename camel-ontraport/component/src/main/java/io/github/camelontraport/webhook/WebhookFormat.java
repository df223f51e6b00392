package io.github.camelontraport.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.value.BodyReader;
import java.util.Arrays;
import java.util.List;

/** How much of the record a delivery holds. */
public enum WebhookFormat {

    /** All fields. */
    full,
    /** The id; for contacts also the name and the e-mail address. */
    lightweight,
    /** The id only. */
    notify;

    /**
     * The format of this name, in any case.
     *
     * @throws InvalidInputException for an unknown name; the message lists the formats
     */
    public static WebhookFormat named(String text) {
        List<String> names = Arrays.stream(values()).map(WebhookFormat::name).toList();
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("Option webhookFormat: '" + text + "' is not one of "
                        + names + "." + Suggestions.hint(text.strip(), names)));
    }

    /** The field {@code data} of a subscription with this format; empty for {@link #full}, the API's default. */
    public String data() {
        return this == full
                ? ""
                : JsonNodeFactory.instance.objectNode().put("format", name()).toString();
    }

    /** Whether a subscription with this {@code data}, as object or as text, has this format. */
    boolean matches(JsonNode data) {
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
