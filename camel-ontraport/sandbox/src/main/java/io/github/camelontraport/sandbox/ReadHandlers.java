package io.github.camelontraport.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls that read records. */
final class ReadHandlers {

    private final Account account;
    private final Selector selector;
    private final Projection projection;

    ReadHandlers(Account account) {
        this.account = account;
        this.selector = new Selector(account);
        this.projection = new Projection(account);
    }

    Reply one(ObjectType type, Parameters parameters) {
        parameters.require("id");
        Map<String, String> row = account.table(type).find(parameters.number("id"))
                .flatMap(stored -> stored.visibleAt(account.now())).orElseThrow(ApiException::notFound);
        Map<String, Object> shown = new LinkedHashMap<>(row);
        type.integers().forEach(name -> shown.computeIfPresent(name, (field, value) -> Long.valueOf(value.toString())));
        return Reply.data(shown);
    }

    Reply many(ObjectType type, Parameters parameters) {
        Page page = Page.of(parameters, type);
        List<Map<String, String>> rows = selector.visible(type, Filter.of(parameters, type, account.switches()));
        List<Map<String, String>> cut = page.cut(rows, account.switches().ignoresSort());
        return Reply.collection(projection.show(type, page, cut), page.count() ? rows.size() : null);
    }

    Reply byEmail(ObjectType type, Parameters parameters) {
        FieldDefinition field = type.fields().values().stream().filter(FieldDefinition::holdsEmail).findFirst()
                .orElseThrow(() -> ApiException.invalid(type.name() + " has no email field"));
        List<String> ids = idsOf(type, field.name(), parameters.require("email"));
        return Reply.data(parameters.flag("all") ? Map.of("ids", ids) : Map.of("id", ids.get(0)));
    }

    Reply byUniqueId(ObjectType type, Parameters parameters) {
        return Reply.data(Map.of("id", idsOf(type, "unique_id", parameters.require("unique_id")).get(0)));
    }

    private List<String> idsOf(ObjectType type, String field, String value) {
        List<String> ids = account.table(type).all().stream()
                .flatMap(stored -> stored.visibleAt(account.now()).stream())
                .filter(row -> row.get(field) != null && ValueOrder.same(row.get(field), value))
                .map(row -> row.get(type.idField()))
                .toList();
        if (ids.isEmpty()) {
            throw ApiException.notFound();
        }
        return ids;
    }
}
