package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a form as a tree: {@code data[id]=8} is what {@code {"data": {"id": "8"}}} is in JSON. */
final class FormBodyParser {

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*\\])*)");
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)\\]");
    /** Records hold values, and at most lists or structures of them. */
    private static final int DEEPEST = 20;

    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

    /** Of an encoded form. */
    static ObjectNode decode(byte[] form, ContentType type) {
        FormBodyParser fields = new FormBodyParser();
        for (String field : new String(form, StandardCharsets.ISO_8859_1).split("&")) {
            if (!field.isBlank()) {
                int equals = field.indexOf('=');
                fields.put(
                        text(equals < 0 ? field : field.substring(0, equals), type),
                        equals < 0 ? "" : text(field.substring(equals + 1), type));
            }
        }
        return fields.tree;
    }

    /** Of a form that somebody has decoded; a field that came more than once has a list. */
    static ObjectNode of(Map<?, ?> decoded) {
        FormBodyParser fields = new FormBodyParser();
        decoded.forEach((name, value) -> values(value).forEach(one -> fields.put(String.valueOf(name), one)));
        return fields.tree;
    }

    private static List<String> values(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> many) {
            many.forEach(one -> texts.add(one == null ? "" : one.toString()));
        } else {
            texts.add(value == null ? "" : value.toString());
        }
        return texts;
    }

    private static String text(String encoded, ContentType type) {
        try {
            return type.text(URLDecoder.decode(encoded.strip(), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw RejectedDeliveryException.malformed("the form holds a broken % escape", e);
        }
    }

    /** Of a name that comes twice the last value counts, except in a list. */
    private void put(String name, String value) {
        // Before the pattern sees it, which takes a piece of the stack for each bracket.
        if (name.chars().filter(character -> character == '[').count() >= DEEPEST) {
            throw RejectedDeliveryException.malformed("a form field is nested more than " + DEEPEST + " deep");
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw RejectedDeliveryException.malformed("a form field has a name with brackets that do not match");
        }
        List<String> path = new ArrayList<>(List.of(matcher.group(1)));
        PART.matcher(matcher.group(2)).results().forEach(part -> path.add(part.group(1)));
        ObjectNode parent = tree;
        for (String key : path.subList(0, path.size() - 1)) {
            parent = child(parent, key);
        }
        String last = key(parent, path.get(path.size() - 1));
        if (parent.path(last).isObject()) {
            throw clash();
        }
        parent.put(last, value);
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        String key = key(parent, name);
        JsonNode found = parent.get(key);
        if (found == null) {
            return parent.putObject(key);
        }
        if (found instanceof ObjectNode object) {
            return object;
        }
        throw clash();
    }

    /** An element of a list without an index of its own comes behind the others. */
    private static String key(ObjectNode parent, String name) {
        return name.isEmpty() ? Integer.toString(parent.size()) : name;
    }

    private static RejectedDeliveryException clash() {
        return RejectedDeliveryException.malformed("a form field is both a value and a structure");
    }
}
