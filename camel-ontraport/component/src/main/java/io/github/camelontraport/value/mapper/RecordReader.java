package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.TypeMetadata;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads records of replies with the metadata of one time. Immutable. */
final class RecordReader {

    private static final String RELATED = "//";

    private final boolean isTyped;
    private final ValueReader values;
    private final FieldNames names;
    private final TypeMetadata metadata;
    /** The names under which fields are read, by key. */
    private final Map<String, String> readNames = new HashMap<>();

    RecordReader(RecordFormat format, ValueReader values, FieldNames names, TypeMetadata metadata) {
        this.isTyped = format.isTyped();
        this.values = values;
        this.names = names;
        this.metadata = metadata;
        if (format.isLabelled()) {
            metadata.fields().forEach(field -> readNames.put(field.key(), names.readName(field)));
        }
    }

    boolean isOf(TypeMetadata other) {
        return metadata == other;
    }

    /** The records, with what the metadata lacks. */
    record Result(List<MappedRecord> records, Set<String> unlistedFields, Map<FieldMetadata, String> unreadable) {}

    Result read(List<? extends Map<String, Object>> records) {
        Set<String> unlisted = new LinkedHashSet<>();
        Map<FieldMetadata, String> unreadable = new HashMap<>();
        List<MappedRecord> read = records.stream()
                .map(record -> read(record, unlisted, unreadable::putIfAbsent))
                .toList();
        return new Result(read, unlisted, unreadable);
    }

    private MappedRecord read(
            Map<String, Object> record, Set<String> unlisted, BiConsumer<FieldMetadata, String> unreadable) {
        MappedRecord read = new MappedRecord(record.size());
        for (Map.Entry<String, Object> entry : record.entrySet()) {
            String key = entry.getKey();
            FieldMetadata field = metadata.field(key).orElse(null);
            if (field == null) {
                if (!names.isId(key) && !RequestFields.contains(key) && !key.contains(RELATED)) {
                    unlisted.add(key);
                }
                read.put(key, entry.getValue());
            } else {
                Object value = entry.getValue();
                read.put(readNames.getOrDefault(key, key), isTyped ? values.read(field, value, unreadable) : value);
            }
        }
        return read;
    }
}
