package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Describes the fields of types. */
public final class MetaHandlers {

    private final RecordStore records;

    public MetaHandlers(RecordStore records) {
        this.records = records;
    }

    /** Describes one type, or all types when none is given. */
    public AccountReply meta(TypeDefinition type, RequestParameters parameters) {
        boolean byName = "byName".equals(parameters.text("format"));
        Map<String, Object> described = new LinkedHashMap<>();
        for (TypeDefinition each : described(type)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            each.fields().values().forEach(field -> fields.put(field.name(), describe(each, field)));
            described.put(
                    byName ? each.name() : Integer.toString(each.id()), Map.of("name", each.name(), "fields", fields));
        }
        return AccountReply.data(described);
    }

    private Collection<TypeDefinition> described(TypeDefinition type) {
        if (type == null) {
            return records.types().all();
        }
        return records.switches().addsRelatedTypes() ? withRelated(type) : List.of(type);
    }

    private Set<TypeDefinition> withRelated(TypeDefinition type) {
        Set<TypeDefinition> related = new LinkedHashSet<>();
        type.fields().values().stream()
                .filter(field -> field.parentType() != null)
                .flatMap(field -> records.types().find(field.parentType()).stream())
                .forEach(related::add);
        related.add(type);
        return related;
    }

    private Map<String, Object> describe(TypeDefinition type, FieldDefinition field) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("alias", field.alias());
        described.put("type", field.type());
        described.put("required", field.required() ? "1" : "0");
        described.put("unique", field.unique() ? "1" : "0");
        described.put("editable", editable(field));
        described.put("deletable", field.custom() ? "1" : "0");
        if (field.parentType() != null) {
            described.put("parent_object", parentObject(type, field));
        }
        if (!field.options().isEmpty()) {
            described.put("options", options(field.options()));
        } else if (field.custom() && field.hasOptions()) {
            described.put("options", List.of());
        }
        return described;
    }

    /** The API uses four forms: text, 0, 1 and null. Clients have to accept all of them. */
    private static Object editable(FieldDefinition field) {
        if (!field.editable()) {
            return 0;
        }
        if (!field.custom()) {
            return "1";
        }
        return "check".equals(field.type()) ? null : 1;
    }

    /** The API uses text and numbers. Clients have to accept both. Here the fields of every custom object have a number. */
    private static Object parentObject(TypeDefinition type, FieldDefinition field) {
        boolean number = type.id() >= TypeDefinition.FIRST_CUSTOM_OBJECT && !field.custom();
        return number ? field.parentType() : field.parentType().toString();
    }

    private Object options(Map<String, String> options) {
        List<String> positions =
                IntStream.range(0, options.size()).mapToObj(Integer::toString).toList();
        return records.switches().listsOptions()
                        && List.copyOf(options.keySet()).equals(positions)
                ? List.copyOf(options.values())
                : options;
    }
}
