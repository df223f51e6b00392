package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import java.io.File;
import java.io.Writer;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/** Reduces what a body may be to a map, a list or a single value. */
final class BodyNormalizer {

    private static final List<String> FOREIGN_PACKAGES =
            List.of("java.io.", "java.nio.", "sun.nio.", "java.util.concurrent.", "java.util.zip.", "org.w3c.dom.");

    private BodyNormalizer() {}

    /** Maps, lists, numbers, booleans and texts as they are; JSON nodes and beans as what they stand for. */
    static Object plain(Object value) {
        if (value == null
                || value instanceof Map
                || value instanceof Collection
                || value instanceof Number
                || value instanceof CharSequence
                || value instanceof Boolean) {
            return value;
        }
        if (value instanceof JsonNode node) {
            return ValueDecoder.of(node);
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        refuseReadOnce(value);
        if (isForeign(value)) {
            throw new InvalidInputException(
                    "A " + value.getClass().getName() + " holds no fields and no ids. If it is to be "
                            + "read as text, convert it first, for example with convertBodyTo(String.class)");
        }
        return value.getClass().isArray() ? elements(value) : BeanReader.toJava(FieldPath.NONE, value);
    }

    private static List<?> elements(Object array) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return list;
    }

    /** Reading it would leave nothing to the step behind, and may wait for pages that have yet to come. */
    static void refuseReadOnce(Object value) {
        if (isReadOnce(value)) {
            throw new InvalidInputException(
                    "An Iterator or Stream can be read only once, so ids and fields are not taken from"
                            + " it: split it and send its elements, or search without streaming");
        }
    }

    /** Classes of the JDK that Jackson would take for a bean, or write as a name of a file. */
    static boolean isForeign(Object value) {
        String name = value.getClass().getName();
        return FOREIGN_PACKAGES.stream().anyMatch(name::startsWith)
                || value instanceof Writer
                || value instanceof File
                || value instanceof Path
                || value instanceof Future
                || value instanceof Throwable
                || value instanceof Class;
    }

    static boolean isReadOnce(Object value) {
        return value instanceof Iterator || value instanceof BaseStream;
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
