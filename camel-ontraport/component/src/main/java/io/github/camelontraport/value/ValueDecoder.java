package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.camelontraport.api.PlainObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
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
        if (object instanceof PlainObject read) {
            return copy(read.plain());
        }
        // Large enough from the start: records have some dozens of fields, and lists have many records.
        Map<String, Object> map = new LinkedHashMap<>(object.size() * 4 / 3 + 1);
        object.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
        return map;
    }

    /** As {@link #map}, for who only looks at it. */
    public static Map<String, Object> view(JsonNode object) {
        return object instanceof PlainObject read ? Collections.unmodifiableMap(read.plain()) : map(object);
    }

    /** As {@link #map}, for who has the object alone: the result may be what the object is made of. */
    public static Map<String, Object> taken(JsonNode object) {
        return object instanceof PlainObject read ? read.plain() : map(object);
    }

    private static Map<String, Object> copy(Map<?, ?> read) {
        Map<String, Object> map = new LinkedHashMap<>(read.size() * 4 / 3 + 1);
        read.forEach((name, value) -> map.put((String) name, copy(value)));
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
