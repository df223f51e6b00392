package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.FieldDefinition;
import io.github.camelontraport.sandbox.account.FieldValues;
import io.github.camelontraport.sandbox.account.RecordQuery;
import io.github.camelontraport.sandbox.account.RecordSelector;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls that describe a collection and the fields of types. */
final class InfoHandlers {

    private final AccountState account;
    private final RecordSelector selector;

    InfoHandlers(AccountState account) {
        this.account = account;
        this.selector = new RecordSelector(account);
    }

    ApiReplyText info(TypeDefinition type, CallParameters parameters) {
        List<Map<String, String>> rows = selector.visible(type, RecordQuery.of(parameters, type, account.switches()));
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("listFields", type.listFields());
        info.put("listFieldSettings", List.of());
        info.put("cardViewSettings", type.cardFields() == null ? List.of() : Map.of("fields", type.cardFields()));
        info.put("viewMode", List.of());
        info.put("count", Integer.toString(rows.size()));
        if (type.sum() != null) {
            info.put("sums", Map.of(type.sum(), total(rows, type.sum())));
        }
        return ApiReplyText.data(info);
    }

    /** Describes one type, or all of them when none is named. */
    ApiReplyText meta(TypeDefinition type, CallParameters parameters) {
        boolean byName = "byName".equals(parameters.text("format"));
        Map<String, Object> described = new LinkedHashMap<>();
        for (TypeDefinition each : type == null ? account.types().all() : List.of(type)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            each.fields().values().forEach(field -> fields.put(field.name(), describe(field)));
            described.put(
                    byName ? each.name() : Integer.toString(each.id()), Map.of("name", each.name(), "fields", fields));
        }
        return ApiReplyText.data(described);
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

    /** The API says it in four ways: text, 0, 1 and null. Clients have to live with all of them. */
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
