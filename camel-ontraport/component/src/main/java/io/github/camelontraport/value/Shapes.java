package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;

/** Reduces what a body may be to a map, a list or a single value. */
final class Shapes {

    private Shapes() {
    }

    /** Maps, lists, numbers, booleans and texts as they are; JSON nodes and beans as what they stand for. */
    static Object plain(Object value) {
        if (value == null || value instanceof Map || value instanceof Collection || value instanceof Number
                || value instanceof CharSequence || value instanceof Boolean) {
            return value;
        }
        if (value instanceof JsonNode node) {
            return JavaValues.of(node);
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        List<?> list = list(value);
        return list == null ? Beans.toJava(Field.NONE, value) : list;
    }

    /** The elements of an array, iterator or stream; null for other objects. */
    private static List<?> list(Object value) {
        List<Object> list = new ArrayList<>();
        if (value instanceof Iterator<?> iterator) {
            iterator.forEachRemaining(list::add);
        } else if (value instanceof BaseStream<?, ?> stream) {
            stream.iterator().forEachRemaining(list::add);
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(Array.get(value, i));
            }
        } else {
            return null;
        }
        return list;
    }

    /** What a reduced value is, for error messages; without its content, which may be personal. */
    static String describe(Object plain) {
        if (plain instanceof Collection<?> list) {
            return "a list of " + list.size() + (list.size() == 1 ? " element" : " elements");
        }
        if (plain instanceof CharSequence) {
            return "a text";
        }
        if (plain instanceof Map) {
            return "a record";
        }
        boolean shown = plain == null || plain instanceof Number || plain instanceof Boolean;
        return shown ? "the value " + plain : "a " + plain.getClass().getName();
    }
}
