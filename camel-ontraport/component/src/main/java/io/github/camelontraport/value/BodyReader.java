package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.camelontraport.api.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads message bodies: the fields of a record, or the ids of records. Input streams and readers are read to their
 * end; bytes are UTF-8. Iterators and {@link java.util.stream.Stream}s are refused, as they can be read only once.
 */
public final class BodyReader {

    private static final String BODY = "The message body";

    private BodyReader() {}

    /**
     * The fields in the body, as Java values for {@link ValueEncoder#record}: dates are still dates, JSON numbers have
     * all their digits. Accepted are a map, a JSON object (text, bytes, stream, reader or Jackson node), and a bean or
     * Java record as Jackson sees it, annotations included.
     *
     * @return a new map in the order of the body; empty for null and blank text
     * @throws InvalidInputException for anything else, and for JSON that is malformed or names a field twice
     */
    public static Map<String, Object> record(Object body) {
        Object plain = BodyNormalizer.plain(JsonBodyParser.parsed(body));
        Map<String, Object> fields = plain instanceof MappedRecord read ? read.emptyCopy() : new LinkedHashMap<>();
        if (plain instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(FieldPath.NONE.in(name).name(), value));
        } else if (plain != null) {
            throw new InvalidInputException("The message body holds no fields: it is " + BodyNormalizer.describe(plain)
                    + ". Accepted are a Map, a JSON object (text, bytes, stream or JsonNode), or a bean.");
        }
        return fields;
    }

    /**
     * The body as a JSON tree, for {@link ValueEncoder#plain}: dates in it are still dates. Accepted are a JSON object or
     * array (text, bytes, stream, reader or Jackson node), and any other object as Jackson sees it.
     *
     * @return a null node for null and blank text
     * @throws InvalidInputException for other texts, and for what Jackson cannot read
     */
    public static JsonNode json(Object body) {
        JsonNode json = jsonOrText(body);
        if (json.isTextual()) {
            throw new InvalidInputException("The message body is a text that is no JSON object or array.");
        }
        return json;
    }

    /** As {@link #json}, but a text that is no JSON object or array is taken, stripped, as a text node. */
    public static JsonNode jsonOrText(Object body) {
        Object parsed = JsonBodyParser.parsed(body);
        try {
            return parsed == null ? NullNode.getInstance() : BeanReader.MAPPER.valueToTree(parsed);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("The message body cannot be written as JSON: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            // Jackson follows maps and lists without a bound.
            throw new InvalidInputException(
                    "The message body nests too deeply to be written as JSON. Does a map or list contain itself?");
        }
    }

    /**
     * The body as a map, a list or a single value, so that it can be looked at more than once; null for null and blank
     * text. The other methods accept it in place of the body.
     *
     * @throws InvalidInputException for JSON that is malformed or names a field twice
     */
    public static Object plain(Object body) {
        return BodyNormalizer.plain(JsonBodyParser.parsed(body));
    }

    /** Whether the body is JSON as it came, text or tree, in which nothing is left to be brought into wire form. */
    public static boolean isJson(Object body) {
        return body instanceof JsonNode || JsonBodyParser.isText(body);
    }

    /**
     * The ids of many records: a list or array whose elements are numbers, texts of digits or records that
     * have an id; the same as a JSON array; ids separated by commas in a text; or a single one of these.
     *
     * @param idField the id field of the type, such as {@code tag_id}; {@code id} is always looked for too
     * @return each id once, in the order of the body; empty for null, blank text and an empty list
     * @throws InvalidInputException naming the first element that is no id between 1 and 9223372036854775807
     */
    public static List<Long> ids(Object body, String idField) {
        return ids(body, idField, BODY);
    }

    /** As {@link #ids(Object, String)}, from what {@code where} names in error messages. */
    public static List<Long> ids(Object value, String idField, String where) {
        return new BodyIds(idField, where).many(value);
    }

    /**
     * The id of one record: a number, a text of digits, or a record that has an id (anything {@link #record} accepts).
     *
     * @param idField the id field of the type, such as {@code tag_id}; {@code id} is always looked for too
     * @return empty for null, blank text and a record without id
     * @throws InvalidInputException for a list, another text, or an id that is not between 1 and 9223372036854775807
     */
    public static Optional<Long> id(Object body, String idField) {
        return id(body, idField, BODY);
    }

    /** As {@link #id(Object, String)}, from what {@code where} names in error messages. */
    public static Optional<Long> id(Object value, String idField, String where) {
        return new BodyIds(idField, where).one(value);
    }
}
