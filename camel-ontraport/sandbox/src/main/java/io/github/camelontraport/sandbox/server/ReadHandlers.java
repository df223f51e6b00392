package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.FieldDefinition;
import io.github.camelontraport.sandbox.account.PageQuery;
import io.github.camelontraport.sandbox.account.RecordQuery;
import io.github.camelontraport.sandbox.account.RecordSelector;
import io.github.camelontraport.sandbox.account.RowView;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import io.github.camelontraport.sandbox.account.ValueOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls that read records. */
final class ReadHandlers {

    private final AccountState account;
    private final RecordSelector selector;
    private final RowView projection;

    ReadHandlers(AccountState account) {
        this.account = account;
        this.selector = new RecordSelector(account);
        this.projection = new RowView(account);
    }

    ApiReplyText one(TypeDefinition type, CallParameters parameters) {
        parameters.require("id");
        Map<String, String> row = account.table(type)
                .find(parameters.number("id"))
                .flatMap(stored -> stored.visibleAt(account.now()))
                .orElseThrow(ErrorReply::notFound);
        Map<String, Object> shown = new LinkedHashMap<>(row);
        type.integers().forEach(name -> shown.computeIfPresent(name, (field, value) -> Long.valueOf(value.toString())));
        return ApiReplyText.data(shown);
    }

    ApiReplyText many(TypeDefinition type, CallParameters parameters) {
        PageQuery page = PageQuery.of(parameters, type);
        List<Map<String, String>> rows = selector.visible(type, RecordQuery.of(parameters, type, account.switches()));
        List<Map<String, String>> cut = page.cut(rows, account.switches().ignoresSort());
        return ApiReplyText.collection(projection.show(type, page, cut), page.count() ? rows.size() : null);
    }

    ApiReplyText byEmail(TypeDefinition type, CallParameters parameters) {
        FieldDefinition field = type.fields().values().stream()
                .filter(FieldDefinition::holdsEmail)
                .findFirst()
                .orElseThrow(() -> ErrorReply.invalid(type.name() + " has no email field"));
        List<String> ids = idsOf(type, field.name(), parameters.require("email"));
        return ApiReplyText.data(parameters.flag("all") ? Map.of("ids", ids) : Map.of("id", ids.get(0)));
    }

    ApiReplyText byUniqueId(TypeDefinition type, CallParameters parameters) {
        return ApiReplyText.data(Map.of(
                "id", idsOf(type, "unique_id", parameters.require("unique_id")).get(0)));
    }

    private List<String> idsOf(TypeDefinition type, String field, String value) {
        List<String> ids = account.table(type).all().stream()
                .flatMap(stored -> stored.visibleAt(account.now()).stream())
                .filter(row -> row.get(field) != null && ValueOrder.same(row.get(field), value))
                .map(row -> row.get(type.idField()))
                .toList();
        if (ids.isEmpty()) {
            throw ErrorReply.notFound();
        }
        return ids;
    }
}
