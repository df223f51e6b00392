package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.TypeMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Describes typed records by a JSON Schema, draft 2020-12: their JSON with dates as ISO text. Any field may be null. A value
 * that the reader leaves as it came, such as an option that was removed, does not meet the schema.
 */
final class RecordSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    /** The formats of texts of some types. */
    private static final Map<String, String> TEXT_FORMATS = Map.of("url", "uri-reference", "image", "uri-reference");

    private static final Map<FieldKind, Function<FieldMetadata, Map<String, Object>>> BY_KIND =
            new EnumMap<>(FieldKind.class);

    static {
        BY_KIND.put(FieldKind.TEXT, RecordSchema::text);
        BY_KIND.put(FieldKind.NUMBER, field -> type("number"));
        BY_KIND.put(FieldKind.PRICE, field -> type("number"));
        BY_KIND.put(FieldKind.CHECK, field -> type("boolean"));
        BY_KIND.put(FieldKind.OPTION, field -> option(field, true));
        BY_KIND.put(FieldKind.OPTIONS, RecordSchema::options);
        BY_KIND.put(FieldKind.DATE, field -> formatted("date"));
        BY_KIND.put(FieldKind.TIME, field -> formatted("date-time"));
        BY_KIND.put(FieldKind.LINK, field -> type("integer"));
    }

    private RecordSchema() {}

    /**
     * The schema of a record.
     *
     * @param title    the name of the type
     * @param isLabelled whether the properties have the labels of the fields
     */
    static Map<String, Object> of(
            TypeMetadata metadata, FieldNames names, String title, String idField, boolean isLabelled) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(idField, Map.of("type", List.of("string", "integer"), "title", "Id"));
        for (FieldMetadata field : metadata.fields()) {
            properties.put(isLabelled ? names.readName(field) : field.key(), property(field));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", title);
        schema.put("type", "object");
        schema.put("properties", properties);
        return schema;
    }

    /** Keywords that begin with x- are for people and tools; validators pass over them. */
    private static Map<String, Object> property(FieldMetadata field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", field.label());
        property.putAll(BY_KIND.get(field.kind()).apply(field));
        property.put("x-key", field.key());
        property.put("x-type", field.type());
        property.put("x-required", field.required());
        property.put("x-unique", field.unique());
        property.put("readOnly", !field.editable());
        field.parentType().ifPresent(type -> property.put("x-parent-type", type));
        return property;
    }

    private static Map<String, Object> type(String type) {
        return new LinkedHashMap<>(Map.of("type", List.of(type, "null")));
    }

    private static Map<String, Object> formatted(String format) {
        Map<String, Object> property = type("string");
        property.put("format", format);
        return property;
    }

    private static Map<String, Object> text(FieldMetadata field) {
        String format = TEXT_FORMATS.get(field.type());
        return format == null ? type("string") : formatted(format);
    }

    /** Without options in the metadata, the ids are texts. */
    private static Map<String, Object> option(FieldMetadata field, boolean isNullable) {
        Collection<Object> labels = ValueReader.labels(field).values();
        if (labels.isEmpty()) {
            return isNullable ? type("string") : new LinkedHashMap<>(Map.of("type", "string"));
        }
        List<Object> values = new ArrayList<>(labels);
        if (isNullable) {
            values.add(null);
        }
        return new LinkedHashMap<>(Map.of("enum", values));
    }

    private static Map<String, Object> options(FieldMetadata field) {
        Map<String, Object> property = type("array");
        property.put("items", option(field, false));
        return property;
    }
}
