package io.github.camelontraport.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as the API speaks it: numbers keep their digits, one value and nothing behind it. */
public final class Json {

    /** No field of the API holds larger numbers; a bound on digits keeps 1E999999999 from filling the memory. */
    public static final int MOST_DIGITS = 400;

    private static final int MIN_CAPACITY = 16;

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

    /**
     * The value as plain Java: {@link LinkedHashMap}, {@link ArrayList}, String, {@link Long}, {@link BigInteger} beyond its
     * range, {@link BigDecimal}, Boolean or null. Of a name that comes twice the last value counts.
     */
    static Object read(byte[] text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonParseException(parser, "The text is empty");
            }
            Object value = value(parser, first, 0);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "Something follows the value");
            }
            return value;
        }
    }

    /** @param fields how many fields the object before had: those of one list are alike */
    private static Object value(JsonParser parser, JsonToken token, int fields) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser, fields);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> object(JsonParser parser, int fields) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>(Math.max(MIN_CAPACITY, fields * 4 / 3 + 1));
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            object.put(name, value(parser, parser.nextToken(), 0));
        }
        return object;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> array = new ArrayList<>();
        int fields = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object item = value(parser, token, fields);
            fields = item instanceof Map<?, ?> object ? object.size() : fields;
            array.add(item);
        }
        return array;
    }

    private static Number integer(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Number) parser.getLongValue();
    }

    /** A tree of what {@link #read} gives, for replies that are looked into instead of handed on. */
    public static JsonNode tree(Object value) {
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof Map<?, ?> object) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            object.forEach((name, inner) -> node.set((String) name, tree(inner)));
            return node;
        }
        if (value instanceof List<?> array) {
            ArrayNode node = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> node.add(tree(item)));
            return node;
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

    /** A scalar that {@link #read} gave, as text; the empty text for null, a map or a list. */
    public static String text(Object value) {
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
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
