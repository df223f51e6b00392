package io.github.camelontraport.poll;

import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ValueDecoder;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a delivered record.
 *
 * @param fields  empty for all
 * @param externs fields of related records, such as owner//firstname
 */
public record Projection(List<String> fields, List<String> externs) {

    public Projection {
        fields = List.copyOf(fields);
        externs = List.copyOf(externs);
    }

    /** Request parameters; with a choice of fields they also name those that the poll itself needs. */
    Map<String, String> parameters(ObjectType type, Collection<String> needed) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!fields.isEmpty()) {
            Set<String> all = new LinkedHashSet<>();
            all.add(type.idField());
            all.addAll(fields);
            needed.stream().filter(field -> field != null).forEach(all::add);
            parameters.put("listFields", String.join(",", all));
        }
        if (!externs.isEmpty()) {
            parameters.put("externs", String.join(",", externs));
        }
        return parameters;
    }

    /** The same projection of all fields of the record itself. */
    Projection withAllFields() {
        return new Projection(List.of(), externs);
    }

    /** A copy of the record, without the fields that only the poll needed. */
    public Map<String, Object> body(Map<String, Object> record, ObjectType type) {
        Map<String, Object> body = ValueDecoder.copy(record);
        if (!fields.isEmpty()) {
            Set<String> wanted = new HashSet<>(fields);
            wanted.addAll(externs);
            wanted.add(type.idField());
            body.keySet().retainAll(wanted);
        }
        return body;
    }
}
