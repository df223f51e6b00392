package io.github.camelontraport.value.mapper;

import com.fasterxml.jackson.databind.node.ContainerNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.MappedRecord;
import io.github.camelontraport.value.ValueDecoder;
import io.github.camelontraport.value.field.FieldMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the names and values of a body into the form of the API, with the metadata of one time. Immutable. */
final class RecordWriter {

    private final int typeId;
    private final RecordFormat format;
    private final ValueWriter values;
    private final FieldNames names;
    private final UnlistedColumns columns;

    RecordWriter(int typeId, RecordFormat format, ValueWriter values, FieldNames names, UnlistedColumns columns) {
        this.typeId = typeId;
        this.format = format;
        this.values = values;
        this.names = names;
        this.columns = columns;
    }

    /** @throws InvalidInputException for the first field that the account does not have or that cannot have its value */
    Map<String, Object> write(Map<String, Object> fields) {
        Map<String, Object> written = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Optional<Object> original =
                    fields instanceof MappedRecord read ? read.original(name, typeId) : Optional.empty();
            if (original.isPresent() && FieldNames.isRelated(name)) {
                // Belongs to another record, and came with this one.
                return;
            }
            Optional<FieldMetadata> field = field(name);
            String key = field.map(FieldMetadata::key).orElse(name);
            if (written.containsKey(key)) {
                throw new InvalidInputException(
                        "The message body holds field " + key + " twice, once as '" + name + "'; give it once.");
            }
            written.put(key, original.orElseGet(() -> value(field, value)));
        });
        return written;
    }

    private Object value(Optional<FieldMetadata> field, Object value) {
        Object plain = value instanceof ContainerNode<?> node ? ValueDecoder.of(node) : value;
        return field.isPresent() && format.isTyped() ? values.write(field.get(), plain) : plain;
    }

    /** Empty for what is not a field of the type, but may be sent. */
    private Optional<FieldMetadata> field(String name) {
        Optional<FieldMetadata> byKey = names.byKey(name);
        if (byKey.isPresent()) {
            return byKey;
        }
        if (names.isRequestField(name) || columns.contains(name)) {
            return Optional.empty();
        }
        boolean mayBeLabel = format.isLabelled() && !columns.mayContain(name);
        Optional<FieldMetadata> byLabel = mayBeLabel ? names.byLabel(name, "Field") : Optional.empty();
        if (byLabel.isEmpty()) {
            throw names.unknown(name, "Field", format.isLabelled());
        }
        return byLabel;
    }
}
