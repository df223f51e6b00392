package io.github.camelontraport.sandbox.account.query;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Selects the fields of rows: those of {@code listFields} and those of related records ({@code relation//field}). */
public final class RecordView {

    private static final String RELATION = "//";

    private final RecordStore records;

    public RecordView(RecordStore records) {
        this.records = records;
    }

    public List<Map<String, Object>> show(TypeDefinition type, PageQuery page, List<Map<String, String>> rows) {
        return show(type, page.listFields(), page.externs(), rows);
    }

    public List<Map<String, Object>> show(
            TypeDefinition type, List<String> listFields, List<String> externs, List<Map<String, String>> rows) {
        List<Map<String, Object>> shown = new ArrayList<>();
        rows.forEach(row -> shown.add(show(type, listFields, externs, row)));
        return shown;
    }

    private Map<String, Object> show(
            TypeDefinition type, List<String> listFields, List<String> externs, Map<String, String> row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (listFields.isEmpty()) {
            shown.putAll(row);
            shown.keySet().removeAll(type.singleOnly());
        }
        for (String name : listFields) {
            if (name.contains(RELATION)) {
                addRelated(shown, type, name, row);
            } else if (row.containsKey(name) && !type.singleOnly().contains(name)) {
                shown.put(name, row.get(name));
            }
        }
        externs.forEach(name -> addRelated(shown, type, name, row));
        return shown;
    }

    /** Omits a relation that the type does not have. Shows null when the related record does not exist. */
    private void addRelated(Map<String, Object> shown, TypeDefinition type, String name, Map<String, String> row) {
        String[] relationAndField = name.split(RELATION, 2);
        Optional<TypeDefinition> related = relationAndField.length < 2
                ? Optional.empty()
                : type.field(relationAndField[0])
                        .map(FieldDefinition::parentType)
                        .flatMap(id -> records.types().find(id));
        related.ifPresent(parent -> shown.put(name, value(parent, row.get(relationAndField[0]), relationAndField[1])));
    }

    private String value(TypeDefinition type, String id, String field) {
        if (id == null || !id.matches("\\d{1,18}")) {
            return null;
        }
        return records.table(type)
                .find(Long.parseLong(id))
                .flatMap(stored -> stored.visibleAt(records.now()))
                .map(row -> row.get(field))
                .orElse(null);
    }
}
