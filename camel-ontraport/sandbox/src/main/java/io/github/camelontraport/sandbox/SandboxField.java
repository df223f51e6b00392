package io.github.camelontraport.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A custom field to add to an object type of the sandbox. Immutable.
 *
 * @param name the key in records, such as {@code f1600}; null lets the sandbox choose the next free {@code f} number
 * @param alias the label people see, never null
 * @param type the type as {@code /objects/meta} names it: {@code text}, {@code drop}, {@code list}, {@code check},
 *        {@code fulldate}, {@code numeric} ...; a relation is {@code parent:} and the id of the type it points to
 * @param options labels of {@code drop} and {@code list} fields by option id, in the order shown; null is none
 * @param unique whether two records may not share a value; such a field also decides what an upsert merges into
 * @param required whether it is shown as one that must be filled in, which is not enforced
 */
public record SandboxField(
        String name, String alias, String type, Map<String, String> options, boolean unique, boolean required) {

    private static final Set<String> TYPES = Set.of(
            "check",
            "country",
            "fulldate",
            "list",
            "longtext",
            "numeric",
            "price",
            "phone",
            "state",
            "drop",
            "text",
            "email",
            "sms",
            "address",
            "timestamp",
            "mergefield",
            "subscription",
            "url",
            "image",
            "date");

    /** @throws IllegalArgumentException when the API knows no field of that type */
    public SandboxField {
        Objects.requireNonNull(alias, "alias");
        if (!TYPES.contains(type) && !type.matches("parent:\\d+")) {
            throw new IllegalArgumentException("No field type of the API: " + type);
        }
        options = options == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A field that need not be filled in. */
    public SandboxField(String name, String alias, String type, Map<String, String> options, boolean unique) {
        this(name, alias, type, options, unique, false);
    }

    /** A field without options that need not be unique. */
    public static SandboxField of(String name, String alias, String type) {
        return new SandboxField(name, alias, type, Map.of(), false);
    }

    /** A text field of which no two records may share a value. */
    public static SandboxField unique(String name, String alias) {
        return new SandboxField(name, alias, "text", Map.of(), true);
    }

    /** A field with options, {@code drop} or {@code list}. */
    public static SandboxField choice(String name, String alias, String type, Map<String, String> options) {
        return new SandboxField(name, alias, type, options, false);
    }
}
