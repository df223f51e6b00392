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

    private final Object scope;
    private final RecordFormat format;
    private final ValueWriter values;
    private final FieldNames names;

    /** @param scope that of the records which may be written back */
    RecordWriter(Object scope, RecordFormat format, ValueWriter values, FieldNames names) {
        this.scope = scope;
        this.format = format;
        this.values = values;
        this.names = names;
    }

    /** @throws InvalidInputException for the first field that the account does not have or that cannot have its value */
    Map<String, Object> write(Map<String, Object> fields) {
        Map<String, Object> written = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (fields instanceof MappedRecord read && read.isForeign(name, scope)) {
                return;
            }
            Optional<Object> original =
                    fields instanceof MappedRecord read ? read.original(name, scope) : Optional.empty();
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
        if (field.isPresent() && format.isTyped()) {
            return values.write(field.get(), plain);
        }
        if (format.isLabelled()) {
            field.ifPresent(known -> RawValues.check(known, plain, "Field "));
        }
        return plain;
    }

    /** Empty for what is not a field of the type, but may be sent. */
    private Optional<FieldMetadata> field(String name) {
        Optional<FieldMetadata> byKey = names.byKey(name);
        if (byKey.isPresent()) {
            return byKey;
        }
        if (names.isRequestField(name)) {
            return Optional.empty();
        }
        Optional<FieldMetadata> byLabel = format.isLabelled() ? names.byLabel(name, "Field") : Optional.empty();
        if (byLabel.isEmpty()) {
            throw names.unknown(name, "Field", format.isLabelled());
        }
        return byLabel;
    }
}
