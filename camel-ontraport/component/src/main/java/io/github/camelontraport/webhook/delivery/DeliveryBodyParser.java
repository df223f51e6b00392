package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.BodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Parses the body of a delivery, JSON or a form, into a tree. Every method throws {@link RejectedDeliveryException} when the
 * body is too large, malformed, compressed or of another content type. Immutable.
 */
public final class DeliveryBodyParser {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LOOK_AHEAD = 100;

    private final String contentType;
    private final int maxSize;

    /**
     * Checks content encoding and size.
     *
     * @param contentType     {@code null} when there is none; then the content decides
     * @param contentEncoding {@code null} when there is none
     * @param contentLength   in bytes; {@code null} when it is unknown
     * @param maxSize         in bytes
     */
    public DeliveryBodyParser(String contentType, String contentEncoding, Long contentLength, int maxSize) {
        ContentType.requireNoContentEncoding(contentEncoding);
        if (contentLength != null && contentLength > maxSize) {
            throw RejectedDeliveryException.tooLarge(maxSize);
        }
        this.contentType = contentType;
        this.maxSize = maxSize;
    }

    public ObjectNode parse(InputStream body) {
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

    /** Parses a body that the HTTP server has decoded to text. */
    public ObjectNode parseText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > maxSize) {
            throw RejectedDeliveryException.tooLarge(maxSize);
        }
        ContentType type = ContentType.of(contentType, looksLikeJson(bytes));
        return type.form() ? FormBodyParser.decode(text.getBytes(type.charset()), type) : parseJson(text);
    }

    /** Reads a form that the HTTP server has decoded in the charset of the content type. */
    public ObjectNode readForm(Map<?, ?> fields) {
        formType();
        long size = 0;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            size += (text(field.getKey()) + text(field.getValue())).getBytes(StandardCharsets.UTF_8).length;
        }
        if (size > maxSize) {
            throw RejectedDeliveryException.tooLarge(maxSize);
        }
        return FormBodyParser.ofDecoded(fields);
    }

    /**
     * Reads a form that the HTTP server has decoded as UTF-8, whatever the charset of the content type. A form that the two
     * charsets decode differently is rejected, because the server has lost its original bytes.
     */
    public ObjectNode readFormDecodedAsUtf8(Map<?, ?> fields) {
        ContentType type = formType();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (!type.hasSameBytesInUtf8(text(field.getKey()) + text(field.getValue()))) {
                throw RejectedDeliveryException.wrongType(
                        "the HTTP server decodes forms as UTF-8 only, and its charset is " + type.charset()
                                + "; send UTF-8, or use another server");
            }
        }
        return readForm(fields);
    }

    private ContentType formType() {
        ContentType type = ContentType.of(contentType, false);
        if (!type.form()) {
            throw RejectedDeliveryException.malformed("the body is not a JSON object");
        }
        return type;
    }

    private static String text(Object nameOrValue) {
        return String.valueOf(nameOrValue);
    }

    /** Parses a payload of the delivery log, which is an object or the text of a body. */
    public static ObjectNode parseLogged(JsonNode payload) {
        return payload instanceof ObjectNode object
                ? object
                : new DeliveryBodyParser(null, null, null, Integer.MAX_VALUE).parseText(payload.asText());
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
        String start = new String(bytes, 0, Math.min(bytes.length, LOOK_AHEAD), StandardCharsets.UTF_8);
        String text = (start.startsWith(BYTE_ORDER_MARK) ? start.substring(1) : start).stripLeading();
        return text.startsWith("{") || text.startsWith("[");
    }
}
