package io.github.camelontraport.sandbox.account.type;

import java.util.Map;
import java.util.Set;

/**
 * A field of an object type, standard or custom.
 *
 * @param parentType the related type of a {@code parent} field, otherwise null
 * @param custom whether users of the account added the field
 */
public record FieldDefinition(
        String name,
        String alias,
        String type,
        Integer parentType,
        boolean editable,
        boolean unique,
        boolean required,
        boolean custom,
        Map<String, String> options) {

    private static final Set<String> BLANK_WHEN_UNSET = Set.of(
            "text",
            "longtext",
            "phone",
            "sms",
            "url",
            "email",
            "state",
            "country",
            "list",
            "subscription",
            "mergefield",
            "image",
            "address");

    private static final Set<String> SEARCHED = Set.of("text", "longtext", "phone", "sms", "url", "email", "address");

    /**
     * Parses the short form of {@code object-types.json}: an optional {@code !} (read only) or {@code *} (unique), the type
     * with an optional {@code :parent type}, a space, and the alias.
     */
    static FieldDefinition parse(String name, String text, Map<String, String> options) {
        boolean readOnly = text.startsWith("!");
        boolean unique = text.startsWith("*");
        String spec = readOnly || unique ? text.substring(1) : text;
        int space = spec.indexOf(' ');
        String[] type = spec.substring(0, space).split(":");
        return new FieldDefinition(
                name,
                spec.substring(space + 1),
                type[0],
                type.length > 1 ? Integer.valueOf(type[1]) : null,
                !readOnly,
                unique,
                false,
                false,
                options == null ? Map.of() : options);
    }

    static FieldDefinition custom(String name, CustomField field) {
        String[] type = field.type().split(":");
        return new FieldDefinition(
                name,
                field.alias(),
                type[0],
                type.length > 1 ? Integer.valueOf(type[1]) : null,
                true,
                field.unique(),
                field.required(),
                true,
                field.options());
    }

    public FieldDefinition renamed(String otherName) {
        return new FieldDefinition(otherName, alias, type, parentType, editable, unique, required, custom, options);
    }

    public FieldDefinition labelled(String otherAlias) {
        return new FieldDefinition(name, otherAlias, type, parentType, editable, unique, required, custom, options);
    }

    public FieldDefinition withOptions(Map<String, String> otherOptions) {
        return new FieldDefinition(name, alias, type, parentType, editable, unique, required, custom, otherOptions);
    }

    /** Whether values are ids of options. */
    public boolean hasOptions() {
        return "drop".equals(type) || "list".equals(type);
    }

    /** The inverse of {@link #custom}. */
    public CustomField toCustomField() {
        return new CustomField(
                name, alias, parentType == null ? type : type + ":" + parentType, options, unique, required);
    }

    /** The value of a field that was never set: null for custom fields, "" or "0" by type for standard ones. */
    String unset() {
        if (custom) {
            return null;
        }
        return BLANK_WHEN_UNSET.contains(type) ? "" : "0";
    }

    public boolean searched() {
        return SEARCHED.contains(type);
    }

    public boolean holdsEmail() {
        return "email".equals(type);
    }
}
