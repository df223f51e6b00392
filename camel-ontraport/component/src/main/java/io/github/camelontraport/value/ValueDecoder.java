package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Turns JSON trees into plain Java: objects into {@link LinkedHashMap}s in their order, arrays into {@link ArrayList}s,
 * integers into {@link Long}s ({@link BigInteger}s when larger), decimals into {@link BigDecimal}s with
 * their digits, null and missing nodes into null. Texts stay texts: what a field means is not decided here.
 */
public final class ValueDecoder {

    private ValueDecoder() {}

    /** Any node; the result shares nothing with it that could be changed. */
    public static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> list(node);
            case STRING, BINARY -> node.asText();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case POJO -> ((POJONode) node).getPojo();
            case NULL, MISSING -> null;
        };
    }

    /** An object node; any other node gives an empty map. The result shares nothing with it that could be changed. */
    public static Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>(object.size() * 4 / 3 + 1);
        object.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
        return map;
    }

    /** A copy that shares nothing with the record that could be changed. */
    public static Map<String, Object> copy(Map<?, ?> record) {
        // Large enough from the start: records have some dozens of fields.
        Map<String, Object> map = new LinkedHashMap<>(record.size() * 4 / 3 + 1);
        record.forEach((name, value) -> map.put((String) name, copy(value)));
        return map;
    }

    private static Object copy(Object read) {
        if (read instanceof Map<?, ?> map) {
            return copy(map);
        }
        return read instanceof List<?> list
                ? list.stream().map(ValueDecoder::copy).collect(Collectors.toCollection(ArrayList::new))
                : read;
    }

    /** An array node; any other node gives an empty list. */
    private static List<Object> list(JsonNode array) {
        List<Object> list = new ArrayList<>(array.size());
        array.forEach(item -> list.add(of(item)));
        return list;
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            Number number = node.numberValue();
            boolean decimal = number instanceof BigDecimal || !Double.isFinite(number.doubleValue());
            // By way of the text, as a float widened to a double would have further digits.
            return decimal ? number : new BigDecimal(number.toString());
        }
        return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
    }
}
