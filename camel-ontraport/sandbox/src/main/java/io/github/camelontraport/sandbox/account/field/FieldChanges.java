package io.github.camelontraport.sandbox.account.field;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Changes fields past the API, as users of the account do. Records keep their values, even ids of options that are gone. */
public final class FieldChanges {

    private final RecordStore records;

    public FieldChanges(RecordStore records) {
        this.records = records;
    }

    public void label(int typeId, String name, String alias) {
        change(typeId, field(typeId, name).labelled(alias));
    }

    public void remove(int typeId, String name) {
        if (!field(typeId, name).custom()) {
            throw new IllegalArgumentException("Field " + name + " is a standard field, which cannot be removed");
        }
        records.removeField(typeId, name);
    }

    /** @return the id of the option, one more than the highest */
    public String addOption(int typeId, String name, String label) {
        FieldDefinition field = withOptions(typeId, name);
        Map<String, String> options = new LinkedHashMap<>(field.options());
        String id = FieldOptions.nextId(options);
        options.put(id, label);
        change(typeId, field.withOptions(options));
        return id;
    }

    public void removeOption(int typeId, String name, String label) {
        FieldDefinition field = withOptions(typeId, name);
        Map<String, String> options = new LinkedHashMap<>(field.options());
        options.remove(optionId(field, label));
        change(typeId, field.withOptions(options));
    }

    public void renameOption(int typeId, String name, String label, String newLabel) {
        FieldDefinition field = withOptions(typeId, name);
        Map<String, String> options = new LinkedHashMap<>(field.options());
        options.replace(optionId(field, label), newLabel);
        change(typeId, field.withOptions(options));
    }

    private void change(int typeId, FieldDefinition field) {
        records.types().changeField(typeId, field);
    }

    private FieldDefinition field(int typeId, String name) {
        return records.types()
                .get(typeId)
                .field(name)
                .orElseThrow(() ->
                        new NoSuchElementException(records.types().get(typeId).name() + " has no field " + name));
    }

    private FieldDefinition withOptions(int typeId, String name) {
        FieldDefinition field = field(typeId, name);
        if (!field.hasOptions()) {
            throw new IllegalArgumentException("Field " + name + " is of type " + field.type() + ", without options");
        }
        return field;
    }

    /** The first option of that label. */
    private static String optionId(FieldDefinition field, String label) {
        return field.options().entrySet().stream()
                .filter(option -> option.getValue().equals(label))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Field " + field.name() + " has no option " + label));
    }
}
