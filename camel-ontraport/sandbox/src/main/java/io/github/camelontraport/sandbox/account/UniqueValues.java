package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.server.ErrorReply;
import java.util.Map;
import java.util.Optional;

/** Finds the record that has a value which should be there once only. */
public final class UniqueValues {

    private final AccountState account;

    public UniqueValues(AccountState account) {
        this.account = account;
    }

    /** @throws ErrorReply when another record has the value of a unique field; {@code own} is null for a new record */
    public void refuseDuplicates(TypeDefinition type, Map<String, String> values, StoredRecord own) {
        type.fields().values().stream()
                .filter(FieldDefinition::unique)
                .flatMap(field -> holder(type, field.name(), values).stream())
                .filter(holder -> own == null || holder.id() != own.id())
                .findFirst()
                .ifPresent(holder -> {
                    throw ErrorReply.invalid("A record with this value already exists");
                });
    }

    /** The first record that has the same value, if it is not blank, in the same bounds. */
    public Optional<StoredRecord> holder(TypeDefinition type, String field, Map<String, String> values) {
        String value = values.get(field);
        if (FieldValues.isBlank(value)) {
            return Optional.empty();
        }
        String bounds = bounds(type, values);
        return account.table(type).all().stream()
                .filter(stored -> stored.latest().get(field) != null
                        && ValueOrder.same(stored.latest().get(field), value))
                .filter(stored -> bounds == null || bounds.equals(bounds(type, stored.latest())))
                .findFirst();
    }

    private static String bounds(TypeDefinition type, Map<String, String> values) {
        String within = type.uniqueWithin();
        return within == null
                ? null
                : values.getOrDefault(within, type.blankRecord().get(within));
    }
}
