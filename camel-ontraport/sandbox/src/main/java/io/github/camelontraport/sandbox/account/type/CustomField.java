package io.github.camelontraport.sandbox.account.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A field that users of the account add to a type. The data file and the example data hold it in this form.
 *
 * @param name null assigns the next free {@code f} number
 * @param type as {@code /objects/meta} names it; a relation is {@code parent:} and the id of the related type;
 *        {@code parent} alone does not say what it relates to
 * @param options labels by option id; null is none
 */
public record CustomField(
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
            "parent",
            "timestamp",
            "mergefield",
            "subscription",
            "url",
            "image",
            "date");

    /** @throws IllegalArgumentException when the API has no such field type */
    public CustomField {
        Objects.requireNonNull(alias, "alias");
        if (!TYPES.contains(type) && !type.matches("parent:\\d+")) {
            throw new IllegalArgumentException("No field type of the API: " + type);
        }
        options = options == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
