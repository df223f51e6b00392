package io.github.camelontraport.sandbox.account.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields and sections in the form of the field editor. */
public final class FieldEditorView {

    /** The name of a custom field ends in its number. */
    private static final Pattern NUMBERED = Pattern.compile(".*?(\\d{1,9})");

    private static final int UNNUMBERED = 100_000;

    private final FieldSections sections;

    public FieldEditorView(FieldSections sections) {
        this.sections = sections;
    }

    /** All sections, by section id. */
    public Map<String, Object> sections(TypeDefinition type) {
        Map<String, Object> shown = new LinkedHashMap<>();
        sections.all(type).forEach(section -> shown.put(Integer.toString(section.id()), section(type, section)));
        return shown;
    }

    public Map<String, Object> section(TypeDefinition type, FieldSections.Section section) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", section.id());
        shown.put("name", section.name());
        shown.put("description", section.description().isEmpty() ? null : section.description());
        shown.put(
                "fields",
                section.columns().stream()
                        .map(column -> column.stream()
                                .flatMap(name -> type.field(name).stream())
                                .map(field -> field(type, field))
                                .toList())
                        .toList());
        return shown;
    }

    public Map<String, Object> field(TypeDefinition type, FieldDefinition field) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id(type, field));
        shown.put("alias", field.alias());
        shown.put("field", field.name());
        shown.put("type", field.type());
        shown.put("required", field.required() ? 1 : 0);
        shown.put("unique", field.unique() ? 1 : 0);
        shown.put("editable", field.editable() ? 1 : 0);
        shown.put("deletable", field.custom() ? 1 : 0);
        shown.put("options", FieldOptions.text(field.options()));
        return shown;
    }

    /** The field of that name, else the field of that alias. */
    public Optional<FieldDefinition> find(TypeDefinition type, String nameOrAlias) {
        return type.field(nameOrAlias).or(() -> type.fields().values().stream()
                .filter(field -> field.alias().equalsIgnoreCase(nameOrAlias))
                .findFirst());
    }

    /** The field of that id. A custom field wins, as a test may have given it a number that a standard field has. */
    public Optional<FieldDefinition> find(TypeDefinition type, int id) {
        return type.fields().values().stream()
                .filter(field -> id(type, field) == id)
                .max(Comparator.comparing(FieldDefinition::custom));
    }

    private static int id(TypeDefinition type, FieldDefinition field) {
        int position = new ArrayList<>(type.fields().keySet()).indexOf(field.name()) + 1;
        if (!field.custom()) {
            return position;
        }
        Matcher number = NUMBERED.matcher(field.name());
        return number.matches() ? Integer.parseInt(number.group(1)) : UNNUMBERED + position;
    }

    /** The fields of a request, in up to three columns. */
    public static List<List<JsonNode>> columns(JsonNode fields) {
        List<List<JsonNode>> columns = new ArrayList<>();
        if (fields == null) {
            return columns;
        }
        if (!fields.isArray() || fields.size() > FieldSections.COLUMNS) {
            throw ApiErrorException.invalid("Invalid value for parameter: fields");
        }
        for (JsonNode column : fields) {
            List<JsonNode> taken = new ArrayList<>();
            column.forEach(taken::add);
            if (!column.isArray() || !taken.stream().allMatch(JsonNode::isObject)) {
                throw ApiErrorException.invalid("Invalid value for parameter: fields");
            }
            columns.add(taken);
        }
        return columns;
    }

    /** Returns an empty list for an empty map, as the API does. */
    public static Object orList(Map<String, Object> map) {
        return map.isEmpty() ? List.of() : map;
    }
}
