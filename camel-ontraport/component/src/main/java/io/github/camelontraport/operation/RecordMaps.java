package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ValueDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Turns records of replies into the maps that routes work with. */
public final class RecordMaps {

    private RecordMaps() {}

    /** A tree that is an object, as a map. */
    public static Map<String, Object> map(JsonNode object) {
        return ValueDecoder.map(object);
    }

    /** The id as text; {@code null} when the record has none. */
    public static String id(Map<String, Object> record, ObjectType type) {
        OptionalLong id = RecordParser.id(record, type);
        return id.isPresent() ? Long.toString(id.getAsLong()) : null;
    }

    /** The records; of several with one id only the first is kept: the others moved while paging by offset. */
    public static List<Map<String, Object>> distinct(List<Map<String, Object>> records, ObjectType type) {
        Set<String> seen = new HashSet<>();
        List<Map<String, Object>> distinct = new ArrayList<>(records.size());
        for (Map<String, Object> record : records) {
            String id = id(record, type);
            if (id == null || seen.add(id)) {
                distinct.add(record);
            }
        }
        return distinct;
    }
}
