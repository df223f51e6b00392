package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.TypeMetadata;
import io.github.camelontraport.value.mapper.ValueReader.FieldReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads records of replies with the metadata of one time. Immutable. */
final class RecordReader {

    private static final String RELATED = "//";

    private final FieldNames names;
    private final TypeMetadata metadata;
    private final Map<String, Column> columns = new HashMap<>();

    /** How the values under one key are read. */
    private record Column(String readName, FieldReader reader) {}

    RecordReader(RecordFormat format, ValueReader values, FieldNames names, TypeMetadata metadata) {
        this.names = names;
        this.metadata = metadata;
        for (FieldMetadata field : metadata.fields()) {
            columns.put(
                    field.key(),
                    new Column(
                            format.isLabelled() ? names.readName(field) : field.key(),
                            format.isTyped() ? values.reader(field) : (value, unreadable) -> value));
        }
    }

    boolean isOf(TypeMetadata other) {
        return metadata == other;
    }

    /** The records, with what the metadata lacks. */
    record Result(
            List<Map<String, Object>> records, Set<String> unlistedFields, Map<FieldMetadata, String> unreadable) {}

    Result read(List<? extends Map<String, Object>> records) {
        Result result = new Result(new ArrayList<>(records.size()), new LinkedHashSet<>(), new HashMap<>());
        BiConsumer<FieldMetadata, String> unreadable = result.unreadable::putIfAbsent;
        records.forEach(record -> result.records.add(read(record, result.unlistedFields, unreadable)));
        return result;
    }

    private MappedRecord read(
            Map<String, Object> record, Set<String> unlisted, BiConsumer<FieldMetadata, String> unreadable) {
        MappedRecord read = new MappedRecord(record.size());
        for (Map.Entry<String, Object> entry : record.entrySet()) {
            String key = entry.getKey();
            Column column = columns.get(key);
            if (column == null) {
                if (!names.isRequestField(key) && !key.contains(RELATED)) {
                    unlisted.add(key);
                }
                read.put(key, entry.getValue());
            } else {
                read.put(column.readName, column.reader.read(entry.getValue(), unreadable));
            }
        }
        return read;
    }
}
