package io.github.camelontraport.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * A JSON object of a reply over the plain map that it was read into. Records end as maps in messages; nodes of their own
 * for each value would be most of what a page of records costs. Not thread-safe.
 */
// Of deepCopy, which ObjectNode declares without its type.
@SuppressWarnings("unchecked")
public final class PlainObject extends ObjectNode {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> plain;

    PlainObject(Map<String, Object> plain) {
        super(JsonNodeFactory.instance, new Fields(plain));
        this.plain = plain;
    }

    /** The map itself: a change of it is one of this object. Its values are those that {@link Json} reads. */
    public Map<String, Object> plain() {
        return plain;
    }

    private static final class Fields extends AbstractMap<String, JsonNode> {

        private final Map<String, Object> plain;

        private Fields(Map<String, Object> plain) {
            this.plain = plain;
        }

        @Override
        public JsonNode get(Object name) {
            Object value = plain.get(name);
            return value == null && !plain.containsKey(name) ? null : Json.node(value);
        }

        @Override
        public boolean containsKey(Object name) {
            return plain.containsKey(name);
        }

        @Override
        public Set<Entry<String, JsonNode>> entrySet() {
            return new Entries(plain);
        }
    }

    private static final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {

        private final Map<String, Object> plain;

        private Entries(Map<String, Object> plain) {
            this.plain = plain;
        }

        @Override
        public int size() {
            return plain.size();
        }

        @Override
        public Iterator<Map.Entry<String, JsonNode>> iterator() {
            Iterator<Map.Entry<String, Object>> entries = plain.entrySet().iterator();
            return new Iterator<>() {

                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Map.Entry<String, JsonNode> next() {
                    Map.Entry<String, Object> entry = entries.next();
                    return Map.entry(entry.getKey(), Json.node(entry.getValue()));
                }
            };
        }
    }
}
