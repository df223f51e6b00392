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

    public static Map<String, Object> map(JsonNode record) {
        return ValueDecoder.map(record);
    }

    /** The id as text; {@code null} when the record has none. */
    public static String id(JsonNode record, ObjectType type) {
        OptionalLong id = RecordParser.id(record, type);
        return id.isPresent() ? Long.toString(id.getAsLong()) : null;
    }

    /** The records as maps. Of several with one id only the first is kept: the others moved while paging by offset. */
    public static List<Map<String, Object>> distinct(List<JsonNode> records, ObjectType type) {
        Set<String> seen = new HashSet<>();
        List<Map<String, Object>> maps = new ArrayList<>(records.size());
        for (JsonNode record : records) {
            String id = id(record, type);
            if (id == null || seen.add(id)) {
                maps.add(ValueDecoder.taken(record));
            }
        }
        return maps;
    }
}
