package io.github.camelontraport.value.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a type as the account had them at one time. Immutable. */
public final class TypeMetadata {

    private final Map<String, FieldMetadata> fields;
    private final Map<String, List<FieldMetadata>> byLabel = new HashMap<>();

    private TypeMetadata(Map<String, FieldMetadata> fields) {
        this.fields = fields;
        fields.values().forEach(field -> byLabel.computeIfAbsent(field.label(), label -> new ArrayList<>(1))
                .add(field));
    }

    /** @param fields the metadata of the API: an object with the fields by key */
    public static TypeMetadata parse(JsonNode fields) {
        Map<String, FieldMetadata> parsed = new LinkedHashMap<>();
        fields.properties()
                .forEach(field -> parsed.put(field.getKey(), FieldMetadata.parse(field.getKey(), field.getValue())));
        return new TypeMetadata(parsed);
    }

    /** The field with this key. */
    public Optional<FieldMetadata> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** The fields with this label: none, one, or several. */
    public List<FieldMetadata> labelled(String label) {
        return Collections.unmodifiableList(byLabel.getOrDefault(label, List.of()));
    }

    /** All fields, in the order of the account. */
    public Collection<FieldMetadata> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }
}
