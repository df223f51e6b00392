package io.github.camelontraport.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON as the API speaks it: numbers keep their digits, one value and nothing behind it. */
public final class Json {

    /** No field of the API holds larger numbers; a bound on digits keeps 1E999999999 from filling the memory. */
    public static final int MOST_DIGITS = 400;

    private static final JsonMapper MAPPER = lenient().build();

    private Json() {
    }

    private static JsonMapper.Builder lenient() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** For what users give: nothing that two readers could understand in two ways, such as a name that comes twice. */
    public static JsonMapper.Builder strict() {
        return lenient().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** The value; {@code null} for no text at all. */
    static JsonNode read(byte[] text) throws IOException {
        JsonNode value = MAPPER.readTree(text);
        return value == null || value.isMissingNode() ? null : value;
    }

    /** UTF-8 bytes without blanks. */
    public static byte[] write(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("The value cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
