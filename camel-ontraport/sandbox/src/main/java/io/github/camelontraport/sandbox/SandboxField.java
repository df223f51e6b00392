package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.account.type.CustomField;
import java.util.Map;

/**
 * A custom field for an object type of the sandbox. Immutable.
 *
 * @param name the key in records, such as {@code f1600}; null assigns the next free {@code f} number
 * @param alias the label in the user interface, never null
 * @param type the type as {@code /objects/meta} names it: {@code text}, {@code drop}, {@code list}, {@code check},
 *        {@code fulldate}, {@code numeric} ...; a relation is {@code parent:} and the id of the related type;
 *        {@code parent} alone does not say what it relates to
 * @param options labels of {@code drop} and {@code list} fields by option id, in the order shown; null is none
 * @param unique whether no two records may have the same value; such a field is also the match field of an upsert
 * @param required whether meta shows it as required, which is not enforced
 */
public record SandboxField(
        String name, String alias, String type, Map<String, String> options, boolean unique, boolean required) {

    /** @throws IllegalArgumentException when the API has no such field type */
    public SandboxField {
        options = new CustomField(name, alias, type, options, unique, required).options();
    }

    /** A field that is not required. */
    public SandboxField(String name, String alias, String type, Map<String, String> options, boolean unique) {
        this(name, alias, type, options, unique, false);
    }

    /** A field without options that is not unique. */
    public static SandboxField of(String name, String alias, String type) {
        return new SandboxField(name, alias, type, Map.of(), false);
    }

    /** A unique text field. */
    public static SandboxField unique(String name, String alias) {
        return new SandboxField(name, alias, "text", Map.of(), true);
    }

    /** A field with options, {@code drop} or {@code list}. */
    public static SandboxField choice(String name, String alias, String type, Map<String, String> options) {
        return new SandboxField(name, alias, type, options, false);
    }

    static SandboxField of(CustomField field) {
        return new SandboxField(
                field.name(), field.alias(), field.type(), field.options(), field.unique(), field.required());
    }

    CustomField toCustomField() {
        return new CustomField(name, alias, type, options, unique, required);
    }
}
