package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.query.RecordQuery;
import io.github.camelontraport.sandbox.account.query.RecordSelector;
import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a collection. */
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

    private static BigDecimal total(List<Map<String, String>> rows, String field) {
        return rows.stream()
                .map(row -> row.get(field))
                .filter(amount -> !FieldValues.isBlank(amount))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
