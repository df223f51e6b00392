package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.MappedRecord;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.TypeMetadata;
import io.github.camelontraport.value.mapper.ValueReader.FieldReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads records of replies with the metadata of one time. Immutable. */
final class RecordReader {

    private final Object scope;
    private final ZoneId zone;
    private final FieldNames names;
    private final TypeMetadata metadata;
    private final Map<String, Column> columns = new HashMap<>();

    /** How the values under one key are read. */
    private record Column(String key, String readName, FieldReader reader) {

        /** A label may be the key of a column of this record that is no field. Keys come first. */
        String nameIn(Map<String, Object> record) {
            return readName.equals(key) || !record.containsKey(readName) ? readName : key;
        }
    }

    RecordReader(Object scope, RecordFormat format, ValueReader values, FieldNames names, TypeMetadata metadata) {
        this.scope = scope;
        this.zone = format.zone();
        this.names = names;
        this.metadata = metadata;
        for (FieldMetadata field : metadata.fields()) {
            columns.put(
                    field.key(),
                    new Column(
                            field.key(),
                            format.isLabelled() ? names.readName(field) : field.key(),
                            format.isTyped() ? values.reader(field) : raw(field)));
        }
    }

    /** An id that the field no longer has may be the label of another option. It is written back as it came. */
    private static FieldReader raw(FieldMetadata field) {
        if (!RawValues.hasRefused(field)) {
            return (value, findings) -> value;
        }
        return (value, findings) -> {
            if (RawValues.isRefused(field, value)) {
                findings.notRaw();
            }
            return value;
        };
    }

    boolean isOf(Object otherScope, TypeMetadata other) {
        return scope == otherScope && metadata == other;
    }

    /** The records, with what the metadata lacks. */
    record Result(List<Map<String, Object>> records, ReadFindings findings) {}

    Result read(List<? extends Map<String, Object>> records) {
        Result result = new Result(new ArrayList<>(records.size()), new ReadFindings());
        records.forEach(record -> result.records.add(read(record, result.findings)));
        return result;
    }

    private MappedRecord read(Map<String, Object> record, ReadFindings findings) {
        MappedRecord read = new MappedRecord(zone, scope, record.size());
        for (Map.Entry<String, Object> entry : record.entrySet()) {
            String key = entry.getKey();
            Column column = columns.get(key);
            if (column == null) {
                putUnlisted(read, entry, findings);
                continue;
            }
            Object value = column.reader.read(entry.getValue(), findings);
            if (findings.takeInexact()) {
                read.putInexact(column.nameIn(record), value, entry.getValue());
            } else {
                read.put(column.nameIn(record), value);
            }
        }
        return read;
    }

    private void putUnlisted(MappedRecord read, Map.Entry<String, Object> entry, ReadFindings findings) {
        String key = entry.getKey();
        if (names.isRequestField(key)) {
            read.put(key, entry.getValue());
            return;
        }
        read.putForeign(key, entry.getValue());
        if (!FieldNames.isRelated(key)) {
            findings.unlisted(key);
        }
    }
}
