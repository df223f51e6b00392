package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.query.RecordQuery;
import io.github.camelontraport.sandbox.account.query.RecordSelector;
import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a collection and the fields of types. */
public final class InfoHandlers {

    private final RecordStore records;
    private final RecordSelector selector;

    public InfoHandlers(Account account) {
        this.records = account.records();
        this.selector = new RecordSelector(records, account.groups());
    }

    public AccountReply info(TypeDefinition type, RequestParameters parameters) {
        List<Map<String, String>> rows = selector.visible(type, RecordQuery.of(parameters, type, records.switches()));
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("listFields", type.listFields());
        info.put("listFieldSettings", List.of());
        info.put("cardViewSettings", type.cardFields() == null ? List.of() : Map.of("fields", type.cardFields()));
        info.put("viewMode", List.of());
        info.put("count", Integer.toString(rows.size()));
        if (type.sum() != null) {
            info.put("sums", Map.of(type.sum(), total(rows, type.sum())));
        }
        return AccountReply.data(info);
    }

    /** Describes one type, or all types when none is given. */
    public AccountReply meta(TypeDefinition type, RequestParameters parameters) {
        boolean byName = "byName".equals(parameters.text("format"));
        Map<String, Object> described = new LinkedHashMap<>();
        for (TypeDefinition each : type == null ? records.types().all() : List.of(type)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            each.fields().values().forEach(field -> fields.put(field.name(), describe(field)));
            described.put(
                    byName ? each.name() : Integer.toString(each.id()), Map.of("name", each.name(), "fields", fields));
        }
        return AccountReply.data(described);
    }

    private static BigDecimal total(List<Map<String, String>> rows, String field) {
        return rows.stream()
                .map(row -> row.get(field))
                .filter(amount -> !FieldValues.isBlank(amount))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Object> describe(FieldDefinition field) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("alias", field.alias());
        described.put("type", field.type());
        described.put("required", field.required() ? "1" : "0");
        described.put("unique", field.unique() ? "1" : "0");
        described.put("editable", editable(field));
        described.put("deletable", field.custom() ? "1" : "0");
        if (field.parentType() != null) {
            described.put("parent_object", field.parentType().toString());
        }
        if (!field.options().isEmpty()) {
            described.put("options", field.options());
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
}
