package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.BodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Parses the body of a delivery, JSON or a form, into a tree. Rejects other content types and bodies that are too large. */
public final class DeliveryBodyParser {

    private DeliveryBodyParser() {}

    /**
     * @param contentType {@code null} when there is none
     * @param maxSize     in bytes
     * @throws RejectedDeliveryException when the body is too large, malformed or of another content type
     */
    public static ObjectNode parse(String contentType, InputStream body, int maxSize) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(maxSize == Integer.MAX_VALUE ? maxSize : maxSize + 1);
        } catch (IOException e) {
            throw RejectedDeliveryException.malformed("the body is incomplete", e);
        }
        if (bytes.length > maxSize) {
            throw RejectedDeliveryException.tooLarge(maxSize);
        }
        ContentType type = ContentType.of(contentType, looksLikeJson(bytes));
        return type.form() ? FormBodyParser.decode(bytes, type) : parseJson(type.decode(bytes));
    }

    /**
     * Reads a form that the HTTP server has decoded.
     *
     * @param maxSize of all names and values together, in characters
     * @throws RejectedDeliveryException when the body is too large, malformed or of another content type
     */
    public static ObjectNode parseDecodedForm(String contentType, Map<?, ?> fields, int maxSize) {
        if (!ContentType.of(contentType, false).form()) {
            throw RejectedDeliveryException.malformed("the body is not a JSON object");
        }
        long size = fields.entrySet().stream()
                .mapToLong(field -> String.valueOf(field.getKey()).length()
                        + String.valueOf(field.getValue()).length())
                .sum();
        if (size > maxSize) {
            throw RejectedDeliveryException.tooLarge(maxSize);
        }
        return FormBodyParser.ofDecoded(fields);
    }

    /**
     * Parses a body that the HTTP server has decoded to text.
     *
     * @param maxSize in characters
     * @throws RejectedDeliveryException when the body is too large, malformed or of another content type
     */
    public static ObjectNode parseText(String contentType, String text, int maxSize) {
        if (text.length() > maxSize) {
            throw RejectedDeliveryException.tooLarge(maxSize);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ContentType type = ContentType.of(contentType, looksLikeJson(bytes));
        return type.form() ? FormBodyParser.decode(text.getBytes(type.charset()), type) : parseJson(text);
    }

    /** Parses a payload of the delivery log, which is an object or the text of a body. */
    public static ObjectNode parseLogged(JsonNode payload) {
        if (payload instanceof ObjectNode object) {
            return object;
        }
        byte[] bytes = payload.asText().getBytes(StandardCharsets.UTF_8);
        ContentType type = ContentType.of(null, looksLikeJson(bytes));
        return type.form() ? FormBodyParser.decode(bytes, type) : parseJson(payload.asText());
    }

    private static ObjectNode parseJson(String text) {
        try {
            if (BodyReader.jsonOrText(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (InvalidInputException e) {
            throw RejectedDeliveryException.malformed("the body is not valid JSON", e);
        }
        throw RejectedDeliveryException.malformed("the body is not a JSON object");
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
