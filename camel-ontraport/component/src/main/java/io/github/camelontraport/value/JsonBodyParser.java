package io.github.camelontraport.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** The texts that bodies arrive as, and the JSON in them. */
final class JsonBodyParser {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonBodyParser() {}

    /**
     * A body that is a text, or UTF-8 bytes in any of the usual forms: a JSON object or array as its tree, other texts
     * stripped, blank ones as null. Other bodies as they are.
     */
    static Object parsed(Object body) {
        String text = text(body);
        if (text == null) {
            BodyNormalizer.refuseReadOnce(body);
            return body;
        }
        String stripped = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
        if (stripped.startsWith("{") || stripped.startsWith("[")) {
            return parse(stripped);
        }
        return stripped.isEmpty() ? null : stripped;
    }

    /** Whether the body is a text in any of the forms that are read. */
    static boolean isText(Object body) {
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof Reader;
    }

    private static String text(Object body) {
        try {
            return read(body);
        } catch (IOException e) {
            throw new InvalidInputException("The message body cannot be read: " + e.getMessage(), e);
        }
    }

    private static String read(Object body) throws IOException {
        if (body instanceof CharSequence text) {
            return text.toString();
        }
        if (body instanceof byte[] bytes) {
            return TextDecoder.decode(bytes, StandardCharsets.UTF_8);
        }
        if (body instanceof InputStream stream) {
            return TextDecoder.decode(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (body instanceof Reader reader) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
        return null;
    }

    /** Jackson's own message is left out, as it quotes what it stumbled over: that could be the number of a card. */
    private static JsonNode parse(String text) {
        try {
            return BeanReader.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("What starts like JSON cannot be read: "
                    + (e.getLocation() == null ? "it is too large, or nests too deeply" : JsonPlace.of(e)));
        } catch (NumberFormatException e) {
            // An exponent beyond all bounds: Jackson does not report it as an error of the text.
            throw new InvalidInputException("What starts like JSON holds a number that is too large to be read");
        }
    }
}
