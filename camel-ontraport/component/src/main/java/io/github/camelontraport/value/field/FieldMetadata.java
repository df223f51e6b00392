package io.github.camelontraport.value.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One field of a type.
 *
 * @param key        the name in requests and replies, such as {@code f1558}
 * @param label      what people see, such as {@code Favourite colour}; the key when the account has none
 * @param type       the API's own name of its type, such as {@code fulldate}
 * @param options    empty for other fields than drop-downs and lists
 * @param parentType the type of the linked record; empty when the account does not say it
 */
public record FieldMetadata(
        String key,
        String label,
        String type,
        FieldKind kind,
        FieldOptions options,
        OptionalInt parentType,
        boolean required,
        boolean unique,
        boolean editable) {

    private static final Set<String> TRUE = Set.of("1", "true");

    static FieldMetadata parse(String key, JsonNode field) {
        String label = field.path("alias").asText("").strip();
        String type = field.path("type").asText("text");
        String parent = field.path("parent_object").asText("");
        return new FieldMetadata(
                key,
                label.isBlank() ? key : label,
                type,
                FieldKind.of(type),
                FieldOptions.parse(field.path("options")),
                parent.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(parent)) : OptionalInt.empty(),
                flag(field, "required"),
                flag(field, "unique"),
                !field.path("editable").asText().matches("0|false"));
    }

    /** Flags come as texts, numbers, booleans and null. */
    private static boolean flag(JsonNode field, String name) {
        return TRUE.contains(field.path(name).asText());
    }
}
