package io.github.camelontraport.operation;

import java.util.Optional;
import java.util.Set;

/**
 * What is known of the records that an action may be given in place of their ids.
 *
 * @param otherIdField the field in which other replies hold the id of such a record; empty for none
 * @param fields       all fields of such a record; empty when they are not known
 */
public record TargetRecordFields(Optional<String> otherIdField, Set<String> fields) {

    /** Records of which nothing is known. */
    public static final TargetRecordFields ANY = new TargetRecordFields(Optional.empty(), Set.of());

    public boolean areFieldsKnown() {
        return !fields.isEmpty();
    }

    /** Whether such a record may have the field: always for custom fields and fields of related records. */
    boolean mayHave(String field) {
        return fields.isEmpty() || fields.contains(field) || field.contains("//") || field.matches("f\\d+");
    }
}
