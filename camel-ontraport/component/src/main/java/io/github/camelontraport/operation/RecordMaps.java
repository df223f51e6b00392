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

/** Records of replies as the maps that routes work with. */
public final class RecordMaps {

    private RecordMaps() {}

    /** A tree that is an object, as a map. */
    public static Map<String, Object> map(JsonNode object) {
        return ValueDecoder.map(object);
    }

    /** The id as the API writes it, text; {@code null} when the row has none. */
    public static String id(Map<String, Object> row, ObjectType type) {
        OptionalLong id = RecordParser.id(row, type);
        return id.isPresent() ? Long.toString(id.getAsLong()) : null;
    }

    /** The rows; of several with the same id only the first: such rows moved while they were paged by offset. */
    public static List<Map<String, Object>> distinct(List<Map<String, Object>> rows, ObjectType type) {
        Set<String> seen = new HashSet<>();
        List<Map<String, Object>> records = new ArrayList<>(rows.size());
        for (Map<String, Object> row : rows) {
            String id = id(row, type);
            if (id == null || seen.add(id)) {
                records.add(row);
            }
        }
        return records;
    }
}
