package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.field.FieldChanges;
import io.github.camelontraport.sandbox.account.type.CustomField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The fields of the account's object types. Changes are as those of a user of the account: past the API, at once visible in
 * {@code /objects/meta}, and without a change of records. A data file keeps custom fields, but not changes of standard ones.
 * {@link OntraportSandbox#reset} restores the initial fields. Thread-safe.
 *
 * <p>All methods throw {@link IllegalArgumentException} for an unknown type, and {@link java.util.NoSuchElementException} for
 * an unknown field or option.
 */
public final class SandboxFields {

    private final Account account;
    private final FieldChanges changes;

    SandboxFields(Account account) {
        this.account = account;
        this.changes = new FieldChanges(account.records());
    }

    /**
     * Adds a custom object type with the given fields and those of every custom object.
     *
     * @param fields by field name, which overrides {@link SandboxField#name}
     * @return the id of the type, 10000 or more
     * @throws IllegalArgumentException when there is already a type of that name
     */
    public int defineCustomObject(String name, Map<String, SandboxField> fields) {
        Map<String, CustomField> definitions = new LinkedHashMap<>();
        fields.forEach((key, field) -> definitions.put(key, field.toCustomField()));
        return account.lock().locked(() -> account.records().types().defineObject(name, definitions));
    }

    /**
     * Adds a custom field to a type. It is null in existing records. Other fields may have the same label.
     *
     * @return the name of the field
     * @throws IllegalArgumentException when the type already has a field of that name
     */
    public String add(int objectType, SandboxField field) {
        return account.lock().locked(() -> account.records().defineField(objectType, field.toCustomField()));
    }

    /**
     * Removes a custom field together with its values.
     *
     * @throws IllegalArgumentException for a standard field
     */
    public void remove(int objectType, String field) {
        account.lock().run(() -> changes.remove(objectType, field));
    }

    /** Gives a field, standard or custom, another label. Other fields may have the same label. */
    public void rename(int objectType, String field, String label) {
        Objects.requireNonNull(label, "label");
        account.lock().run(() -> changes.label(objectType, field, label));
    }

    /**
     * Adds an option to a {@code drop} or {@code list} field.
     *
     * @return the id of the option
     * @throws IllegalArgumentException when the field has no options
     */
    public String addOption(int objectType, String field, String label) {
        Objects.requireNonNull(label, "label");
        return account.lock().locked(() -> changes.addOption(objectType, field, label));
    }

    /**
     * Removes an option. Records keep its id.
     *
     * @throws IllegalArgumentException when the field has no options
     */
    public void removeOption(int objectType, String field, String label) {
        account.lock().run(() -> changes.removeOption(objectType, field, label));
    }

    /**
     * Gives an option another label. Its id stays.
     *
     * @throws IllegalArgumentException when the field has no options
     */
    public void renameOption(int objectType, String field, String label, String newLabel) {
        Objects.requireNonNull(newLabel, "newLabel");
        account.lock().run(() -> changes.renameOption(objectType, field, label, newLabel));
    }

    /** The fields of a type, standard and custom, in the order of {@code /objects/meta}. */
    public List<SandboxField> all(int objectType) {
        return account.lock().locked(() -> account.records().types().get(objectType).fields().values().stream()
                .map(field -> SandboxField.of(field.toCustomField()))
                .toList());
    }
}
