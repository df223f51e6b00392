package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.BodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads the body of a request, JSON or a form, as a tree. Refuses what is neither, and what is too large. */
public final class DeliveryBodyParser {

    private DeliveryBodyParser() {}

    /**
     * @param contentType {@code null} when there is none
     * @param most        bytes that are read at most
     * @throws RejectedDeliveryException when it is no delivery
     */
    public static ObjectNode read(String contentType, InputStream body, int most) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(most == Integer.MAX_VALUE ? most : most + 1);
        } catch (IOException e) {
            throw RejectedDeliveryException.malformed("the body came incompletely", e);
        }
        if (bytes.length > most) {
            throw RejectedDeliveryException.tooLarge(most);
        }
        ContentType type = ContentType.of(contentType, looksLikeJson(bytes));
        return type.form() ? FormBodyParser.decode(bytes, type) : json(type.text(bytes));
    }

    /**
     * Reads a form that the HTTP server has decoded.
     *
     * @param most bytes that names and values may have together
     * @throws RejectedDeliveryException when it is no delivery
     */
    public static ObjectNode of(String contentType, Map<?, ?> fields, int most) {
        if (!ContentType.of(contentType, false).form()) {
            throw RejectedDeliveryException.malformed("the body is no JSON object");
        }
        long size = fields.entrySet().stream()
                .mapToLong(field -> String.valueOf(field.getKey()).length()
                        + String.valueOf(field.getValue()).length())
                .sum();
        if (size > most) {
            throw RejectedDeliveryException.tooLarge(most);
        }
        return FormBodyParser.of(fields);
    }

    /**
     * Reads a body that the HTTP server has decoded to text.
     *
     * @param most characters that it may have
     * @throws RejectedDeliveryException when it is no delivery
     */
    public static ObjectNode of(String contentType, String text, int most) {
        if (text.length() > most) {
            throw RejectedDeliveryException.tooLarge(most);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ContentType type = ContentType.of(contentType, looksLikeJson(bytes));
        return type.form() ? FormBodyParser.decode(text.getBytes(type.charset()), type) : json(text);
    }

    /** A payload as the log of deliveries keeps it. */
    public static ObjectNode logged(JsonNode payload) {
        if (payload instanceof ObjectNode object) {
            return object;
        }
        byte[] bytes = payload.asText().getBytes(StandardCharsets.UTF_8);
        ContentType type = ContentType.of(null, looksLikeJson(bytes));
        return type.form() ? FormBodyParser.decode(bytes, type) : json(payload.asText());
    }

    private static ObjectNode json(String text) {
        try {
            if (BodyReader.jsonOrText(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (InvalidInputException e) {
            throw RejectedDeliveryException.malformed("the body is no JSON", e);
        }
        throw RejectedDeliveryException.malformed("the body is no JSON object");
    }

    private static boolean looksLikeJson(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet == '{' || octet == '[') {
                return true;
            }
            if (!Character.isWhitespace(octet)) {
                return false;
            }
        }
        return false;
    }
}
