package io.github.camelontraport.sandbox.account.record;

import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import java.util.Map;
import java.util.Optional;

/** Looks up records by the value of a unique field. */
public final class UniqueValues {

    private final RecordStore records;

    public UniqueValues(RecordStore records) {
        this.records = records;
    }

    /**
     * @param own the record to be changed, null for a new record
     * @throws ApiErrorException when another record has the value of a unique field
     */
    public void refuseDuplicates(TypeDefinition type, Map<String, String> values, StoredRecord own) {
        type.fields().values().stream()
                .filter(FieldDefinition::unique)
                .flatMap(field -> holder(type, field.name(), values).stream())
                .filter(holder -> own == null || holder.id() != own.id())
                .findFirst()
                .ifPresent(holder -> {
                    throw ApiErrorException.invalid("A record with this value already exists");
                });
    }

    /** The first record with the same value within the same scope; empty for a blank value. */
    public Optional<StoredRecord> holder(TypeDefinition type, String field, Map<String, String> values) {
        String value = values.get(field);
        if (FieldValues.isBlank(value)) {
            return Optional.empty();
        }
        ValueOrder order = ValueOrder.of(type, field);
        String scope = scope(type, values);
        return records.table(type).all().stream()
                .filter(stored -> stored.latest().get(field) != null
                        && order.same(stored.latest().get(field), value))
                .filter(stored -> scope == null || scope.equals(scope(type, stored.latest())))
                .findFirst();
    }

    private static String scope(TypeDefinition type, Map<String, String> values) {
        String within = type.uniqueWithin();
        return within == null
                ? null
                : values.getOrDefault(within, type.blankRecord().get(within));
    }
}
