package io.github.camelontraport.operation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The API's selection parameters, as far as the message gives them. */
public final class ReadQuery {

    private ReadQuery() {}

    /** Which records, besides ids and condition. */
    public static Map<String, String> filters(ParameterValues values) {
        Map<String, String> query = new LinkedHashMap<>();
        values.text(Parameter.SEARCH).ifPresent(search -> query.put("search", search));
        if (values.flag(Parameter.SEARCH_NOTES)) {
            query.put("searchNotes", "true");
        }
        values.referencedIds(Parameter.GROUP_ID).forEach(group -> query.put("group_id", group.toString()));
        return query;
    }

    /** Which fields. The id is always among them, as paging and headers need it. */
    public static Map<String, String> columns(OperationContext context) {
        Map<String, String> query = new LinkedHashMap<>();
        List<String> fields = context.parameters().list(Parameter.LIST_FIELDS);
        if (!fields.isEmpty()) {
            Set<String> all = new LinkedHashSet<>();
            all.add(context.type().idField());
            all.addAll(fields);
            query.put("listFields", String.join(",", all));
        }
        List<String> externs = context.parameters().list(Parameter.EXTERNS);
        if (!externs.isEmpty()) {
            query.put("externs", String.join(",", externs));
        }
        return query;
    }

    /** Warns of listed fields that none of the records has. */
    public static void checkColumns(OperationContext context, List<? extends Map<?, ?>> records) {
        if (context.parameters().has(Parameter.LIST_FIELDS)) {
            context.mapper().reporter().checkListed(context.parameters().list(Parameter.LIST_FIELDS), records);
        }
    }

    public static Map<String, String> order(OperationContext context) {
        Map<String, String> query = new LinkedHashMap<>();
        context.parameters()
                .text(Parameter.SORT)
                .ifPresent(sort ->
                        query.put("sort", sort.equals("id") ? context.type().idField() : sort));
        context.parameters().text(Parameter.SORT_DIR).ifPresent(direction -> query.put("sortDir", direction));
        return query;
    }
}
