package io.github.camelontraport.value.mapper;

import com.fasterxml.jackson.databind.node.ContainerNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.ValueDecoder;
import io.github.camelontraport.value.field.FieldMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Puts the names and values of a body into the form of the API, with the metadata of one time. Immutable. */
final class RecordWriter {

    private final RecordFormat format;
    private final ValueWriter values;
    private final FieldNames names;
    private final Predicate<String> isUnlisted;

    /** @param isUnlisted whether records have a field of this name although the metadata does not */
    RecordWriter(RecordFormat format, ValueWriter values, FieldNames names, Predicate<String> isUnlisted) {
        this.format = format;
        this.values = values;
        this.names = names;
        this.isUnlisted = isUnlisted;
    }

    /** @throws InvalidInputException for the first field that the account does not have or that cannot have its value */
    Map<String, Object> write(Map<String, Object> fields) {
        Map<String, Object> written = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Optional<FieldMetadata> field = field(name);
            String key = field.map(FieldMetadata::key).orElse(name);
            Object plain = value instanceof ContainerNode<?> node ? ValueDecoder.of(node) : value;
            boolean isTyped = field.isPresent() && format.isTyped();
            if (written.containsKey(key)) {
                throw new InvalidInputException(
                        "The message body holds field " + key + " twice, once as '" + name + "'; give it once.");
            }
            written.put(key, isTyped ? values.write(field.get(), plain) : plain);
        });
        return written;
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
        if (byLabel.isEmpty() && !isUnlisted.test(name)) {
            throw names.unknown(name, "Field", format.isLabelled());
        }
        return byLabel;
    }
}
