package io.github.camelontraport.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON as the API speaks it: numbers keep their digits, one value and nothing behind it. */
public final class Json {

    /** No field of the API holds larger numbers; a bound on digits keeps 1E999999999 from filling the memory. */
    public static final int MOST_DIGITS = 400;

    private static final JsonMapper MAPPER = lenient().build();

    private Json() {}

    private static JsonMapper.Builder lenient() {
        return JsonMapper.builder()
                .enable(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** For what users give: nothing that two readers could understand in two ways, such as a name that comes twice. */
    public static JsonMapper.Builder strict() {
        return lenient().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** The value. Its objects are {@link PlainObject}s, which cannot be changed through their nodes. */
    static JsonNode read(byte[] text) throws IOException {
        return node(widened(MAPPER.readValue(text, Object.class)));
    }

    /** Integers of any size but the largest are longs. */
    @SuppressWarnings("unchecked")
    private static Object widened(Object value) {
        if (value instanceof Map<?, ?> object) {
            ((Map<String, Object>) object).replaceAll((name, inner) -> widened(inner));
        } else if (value instanceof List<?> array) {
            ((List<Object>) array).replaceAll(Json::widened);
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    /** Of a value that was read: a map, list, text, {@link Long}, {@link BigInteger}, {@link BigDecimal}, boolean or null. */
    @SuppressWarnings("unchecked")
    static JsonNode node(Object value) {
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof Map<?, ?> object) {
            return new PlainObject((Map<String, Object>) object);
        }
        if (value instanceof List<?> array) {
            List<JsonNode> items = new ArrayList<>(array.size());
            array.forEach(item -> items.add(node(item)));
            return new ArrayNode(JsonNodeFactory.instance, items);
        }
        if (value instanceof Long number) {
            return number == number.intValue() ? IntNode.valueOf(number.intValue()) : LongNode.valueOf(number);
        }
        if (value instanceof BigDecimal number) {
            return DecimalNode.valueOf(number);
        }
        if (value instanceof BigInteger number) {
            return BigIntegerNode.valueOf(number);
        }
        return value == null ? NullNode.getInstance() : BooleanNode.valueOf((Boolean) value);
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
