package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.query.PageQuery;
import io.github.camelontraport.sandbox.account.query.RecordQuery;
import io.github.camelontraport.sandbox.account.query.RecordSelector;
import io.github.camelontraport.sandbox.account.query.RecordView;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.ValueOrder;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads records. */
public final class ReadHandlers {

    private final RecordStore records;
    private final RecordSelector selector;
    private final RecordView view;

    public ReadHandlers(Account account) {
        this.records = account.records();
        this.selector = new RecordSelector(records, account.groups());
        this.view = new RecordView(records);
    }

    public AccountReply one(TypeDefinition type, RequestParameters parameters) {
        parameters.require("id");
        Map<String, String> row = records.table(type)
                .find(parameters.number("id"))
                .flatMap(stored -> stored.visibleAt(records.now()))
                .orElseThrow(ApiErrorException::notFound);
        Map<String, Object> shown = new LinkedHashMap<>(row);
        type.integers().forEach(name -> shown.computeIfPresent(name, (field, value) -> Long.valueOf(value.toString())));
        return AccountReply.data(shown);
    }

    public AccountReply many(TypeDefinition type, RequestParameters parameters) {
        PageQuery page = PageQuery.of(parameters, type);
        List<Map<String, String>> rows = selector.visible(type, RecordQuery.of(parameters, type, records.switches()));
        List<Map<String, String>> cut = page.cut(rows, records.switches().ignoresSort());
        return AccountReply.collection(view.show(type, page, cut), page.count() ? rows.size() : null);
    }

    public AccountReply byEmail(TypeDefinition type, RequestParameters parameters) {
        FieldDefinition field = type.fields().values().stream()
                .filter(FieldDefinition::holdsEmail)
                .findFirst()
                .orElseThrow(() -> ApiErrorException.invalid(type.name() + " has no email field"));
        List<String> ids = idsOf(type, field.name(), parameters.require("email"));
        return AccountReply.data(parameters.flag("all") ? Map.of("ids", ids) : Map.of("id", ids.get(0)));
    }

    public AccountReply byUniqueId(TypeDefinition type, RequestParameters parameters) {
        return AccountReply.data(Map.of(
                "id", idsOf(type, "unique_id", parameters.require("unique_id")).get(0)));
    }

    private List<String> idsOf(TypeDefinition type, String field, String value) {
        ValueOrder order = ValueOrder.of(type, field);
        List<String> ids = records.table(type).all().stream()
                .flatMap(stored -> stored.visibleAt(records.now()).stream())
                .filter(row -> row.get(field) != null && order.same(row.get(field), value))
                .map(row -> row.get(type.idField()))
                .toList();
        if (ids.isEmpty()) {
            throw ApiErrorException.notFound();
        }
        return ids;
    }
}
