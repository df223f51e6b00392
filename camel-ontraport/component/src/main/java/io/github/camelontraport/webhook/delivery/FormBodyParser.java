package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the fields of a form into a tree: {@code data[id]=8} gives {@code {"data": {"id": "8"}}}. */
final class FormBodyParser {

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*\\])*)");
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)\\]");
    /** Far above what records need; it bounds the stack that a hostile name can use. */
    private static final int MAX_DEPTH = 20;

    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    /** Of each list the index behind its greatest one. */
    private final IdentityHashMap<ObjectNode, Integer> nextIndex = new IdentityHashMap<>();

    /** Parses an encoded form. */
    static ObjectNode decode(byte[] form, ContentType type) {
        FormBodyParser fields = new FormBodyParser();
        for (String field : new String(form, StandardCharsets.ISO_8859_1).split("&")) {
            if (!field.isBlank()) {
                int equals = field.indexOf('=');
                fields.put(
                        decodeText(equals < 0 ? field : field.substring(0, equals), type),
                        equals < 0 ? "" : decodeText(field.substring(equals + 1), type));
            }
        }
        return fields.tree;
    }

    /** Reads a form that the HTTP server has decoded. The value of a repeated field is a collection. */
    static ObjectNode ofDecoded(Map<?, ?> decoded) {
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

    private static String decodeText(String encoded, ContentType type) {
        try {
            return type.decode(URLDecoder.decode(encoded.strip(), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw RejectedDeliveryException.malformed("the form holds a broken percent escape", e);
        }
    }

    /** The last value of a repeated name wins; a repeated {@code name[]} appends. */
    private void put(String name, String value) {
        // Checked before the pattern runs, which recurses once per bracket.
        if (name.chars().filter(character -> character == '[').count() >= MAX_DEPTH) {
            throw RejectedDeliveryException.malformed("a form field is nested more than " + MAX_DEPTH + " deep");
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw RejectedDeliveryException.malformed("the name of a form field has unbalanced brackets");
        }
        List<String> path = new ArrayList<>(List.of(matcher.group(1)));
        PART.matcher(matcher.group(2)).results().forEach(part -> path.add(part.group(1)));
        ObjectNode parent = tree;
        for (String key : path.subList(0, path.size() - 1)) {
            parent = child(parent, key);
        }
        String last = key(parent, path.get(path.size() - 1));
        if (parent.path(last).isObject()) {
            throw conflict();
        }
        parent.put(last, value);
    }

    private ObjectNode child(ObjectNode parent, String name) {
        String key = key(parent, name);
        JsonNode found = parent.get(key);
        if (found == null) {
            return parent.putObject(key);
        }
        if (found instanceof ObjectNode object) {
            return object;
        }
        throw conflict();
    }

    /** An empty index, {@code name[]}, appends to the list. */
    private String key(ObjectNode parent, String name) {
        int next = nextIndex.getOrDefault(parent, 0);
        String key = name.isEmpty() ? Integer.toString(next) : name;
        if (INDEX.matcher(key).matches()) {
            nextIndex.put(parent, Math.max(next, Integer.parseInt(key) + 1));
        }
        return key;
    }

    private static RejectedDeliveryException conflict() {
        return RejectedDeliveryException.malformed("a form field is both a value and a structure");
    }
}
