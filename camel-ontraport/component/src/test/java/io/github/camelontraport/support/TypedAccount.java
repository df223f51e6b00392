package io.github.camelontraport.support;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxField;
import java.util.LinkedHashMap;
import java.util.Map;

/** An account with a field of every kind, in contacts and in a custom object. */
public final class TypedAccount {

    private TypedAccount() {}

    /** The fields by key; labels are those that a person would choose. */
    public static Map<String, SandboxField> fields() {
        Map<String, SandboxField> fields = new LinkedHashMap<>();
        add(
                fields,
                SandboxField.choice(
                        "f1558", "Favourite colour", "drop", Map.of("1", "Red", "2", "Blue", "3", "Sky, \"pale\" 🌤")));
        add(
                fields,
                SandboxField.choice(
                        "f1559",
                        "Interests",
                        "list",
                        Map.of("5", "Hiking", "9", "Chess", "11", "Rock & roll, <b>live</b>")));
        add(fields, SandboxField.of("f1560", "Newsletter", "check"));
        add(fields, SandboxField.of("f1561", "Budget", "price"));
        add(fields, SandboxField.of("f1562", "Score", "numeric"));
        add(fields, SandboxField.of("f1563", "Wedding day", "fulldate"));
        add(fields, SandboxField.of("f1564", "Last visit", "timestamp"));
        add(fields, SandboxField.of("f1565", "Remarks", "longtext"));
        return fields;
    }

    private static void add(Map<String, SandboxField> fields, SandboxField field) {
        fields.put(field.name(), field);
    }

    /** Adds the fields to contacts. */
    public static void onContacts(OntraportSandbox sandbox) {
        fields().values().forEach(field -> sandbox.defineField(0, field));
    }

    /** Makes a custom object with the fields; its type id. */
    public static int customObject(OntraportSandbox sandbox, String name) {
        return sandbox.defineCustomObject(name, fields());
    }
}
