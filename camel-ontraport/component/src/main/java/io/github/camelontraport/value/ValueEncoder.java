package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.lang.reflect.Array;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes Java values in the form the API takes. Thread-safe.
 *
 * <ul>
 * <li>Texts, {@code char}s and {@code UUID}s as text, unchanged; enum constants by name.
 * <li>Numbers with all their digits, without exponent, with a point in every locale. NaN and infinity are refused.
 * <li>Booleans as 1 and 0.
 * <li>{@code Instant}, {@code ZonedDateTime}, {@code OffsetDateTime}, {@code Date} and {@code Calendar} as whole Unix
 *     seconds, rounded down; {@code LocalDateTime} and {@code LocalDate} (its midnight) likewise, in the given zone.
 *     The one field the API wants in milliseconds, {@code trans_date}, gets milliseconds.
 * <li>Optionals as their content or null; JSON nodes as what they stand for; any other object as the map of
 *     properties Jackson sees in it.
 * </ul>
 *
 * <p>Whatever cannot be written is refused with an
 * {@link io.github.camelontraport.api.InvalidInputException InvalidInputException} that names the field.
 */
public final class ValueEncoder {

    private static final String SEPARATOR = "*/*";

    /** What structures differ in. */
    private enum Style {
        RECORD(false, false),
        PLAIN(true, false),
        PARAMETERS(false, true);

        private final boolean keepsNulls;
        private final boolean jsonBooleans;

        Style(boolean keepsNulls, boolean jsonBooleans) {
            this.keepsNulls = keepsNulls;
            this.jsonBooleans = jsonBooleans;
        }
    }

    private final ScalarEncoder scalars;

    /** @param zone the zone in which dates and times without one are meant */
    public ValueEncoder(ZoneId zone) {
        scalars = new ScalarEncoder(zone);
    }

    /**
     * The fields of a record. A field that is null is left out, which leaves it as it is in the account. A collection
     * or array of single values becomes the API's list text, such as &#42;/&#42;1&#42;/&#42;2&#42;/&#42;, and an
     * empty one the empty text; nulls in it are left out. Maps, and collections that hold maps or collections, stay
     * JSON structures, in which lists are arrays.
     */
    public ObjectNode record(Map<String, ?> fields) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, raw) -> {
            Object value = unwrapped(raw);
            if (value != null) {
                FieldPath field = FieldPath.NONE.in(name);
                record.set(
                        name,
                        isCollection(value) ? list(field, elements(value)) : structure(field, value, Style.RECORD));
            }
        });
        return record;
    }

    /** Any value, for calls whose parameters this library does not know: every collection is an array, nulls stay. */
    public JsonNode plain(Object value) {
        return structure(FieldPath.NONE, value, Style.PLAIN);
    }

    /**
     * The parameters of a call that takes JSON structures, such as an offer: every collection is an array, true and false
     * are JSON's own, nulls are left out.
     */
    public ObjectNode parameters(Map<String, ?> parameters) {
        return object(FieldPath.NONE, parameters, Style.PARAMETERS);
    }

    /** A date or time in wire form; empty for any other value. */
    public Optional<String> time(Object value) {
        return scalars.time(value).map(JsonNode::asText);
    }

    private JsonNode list(FieldPath field, List<?> elements) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < elements.size(); i++) {
            Object element = unwrapped(elements.get(i));
            if (element == null) {
                continue;
            }
            Optional<ValueNode> scalar = scalars.write(field.at(i), element);
            if (scalar.isEmpty()) {
                return array(field, elements, Style.RECORD);
            }
            text.append(text.isEmpty() ? SEPARATOR : "")
                    .append(element(field.at(i), scalar.get().asText()))
                    .append(SEPARATOR);
        }
        return JsonNodeFactory.instance.textNode(text.toString());
    }

    /** An end like that of a separator would move the separator. */
    private static String element(FieldPath field, String text) {
        if (text.isEmpty() || text.contains(SEPARATOR) || text.endsWith("*/")) {
            throw field.refused(
                    text.isEmpty()
                            ? "is an empty text, which a list of the API cannot hold."
                            : "cannot be part of a list: it contains the API's separator, " + SEPARATOR + ".");
        }
        return text;
    }

    private JsonNode structure(FieldPath field, Object raw, Style style) {
        Object value = unwrapped(raw);
        if (value == null) {
            return NullNode.getInstance();
        }
        if (style.jsonBooleans && value instanceof Boolean flag) {
            return JsonNodeFactory.instance.booleanNode(flag);
        }
        Optional<ValueNode> scalar = scalars.write(field, value);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        if (isCollection(value)) {
            return array(field, elements(value), style);
        }
        if (value instanceof Map<?, ?> map) {
            return object(field, map, style);
        }
        if (BodyNormalizer.isReadOnce(value)) {
            throw field.refused("cannot hold an Iterator or Stream, which can be read only once; give a List.");
        }
        if (BodyNormalizer.isForeign(value)) {
            throw field.refused("cannot hold a " + value.getClass().getTypeName() + "; give a text.");
        }
        Object plain = BeanReader.toJava(field, value);
        if (plain != null && plain.getClass() == value.getClass()) {
            throw field.refused(
                    "cannot hold a " + value.getClass().getTypeName() + "; give a text, a number, or a date.");
        }
        return structure(field, plain, style);
    }

    private ArrayNode array(FieldPath field, List<?> elements, Style style) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < elements.size(); i++) {
            array.add(structure(field.at(i), elements.get(i), style));
        }
        return array;
    }

    private ObjectNode object(FieldPath field, Map<?, ?> map, Style style) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        map.forEach((key, raw) -> {
            Object value = unwrapped(raw);
            if (value != null || style.keepsNulls) {
                FieldPath inner = field.in(key);
                object.set(inner.name(), structure(inner, value, style));
            }
        });
        return object;
    }

    private static Object unwrapped(Object value) {
        if (value instanceof JsonNode node) {
            return unwrappedOptional(ValueDecoder.of(node));
        }
        return unwrappedOptional(value);
    }

    private static Object unwrappedOptional(Object value) {
        Object plain = ScalarReader.unwrapped(value);
        return plain == value ? value : unwrapped(plain);
    }

    private static boolean isCollection(Object value) {
        boolean text = value instanceof byte[] || value instanceof char[];
        return value instanceof Collection || (value.getClass().isArray() && !text);
    }

    private static List<?> elements(Object collection) {
        if (collection instanceof Collection<?> elements) {
            return new ArrayList<>(elements);
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(collection); i++) {
            elements.add(Array.get(collection, i));
        }
        return elements;
    }
}
