package io.github.camelontraport.operation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The API's selection parameters, as far as a task has them. */
public final class Selection {

    private Selection() {}

    /** The type, to which further parameters are added. */
    public static Map<String, String> ofType(OperationContext task) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("objectID", task.typeId());
        return query;
    }

    /** Which records, besides ids and condition. */
    public static Map<String, String> filters(OperationContext task) {
        ParameterValues inputs = task.inputs();
        Map<String, String> query = new LinkedHashMap<>();
        inputs.text(Parameter.SEARCH).ifPresent(search -> query.put("search", search));
        if (inputs.flag(Parameter.SEARCH_NOTES)) {
            query.put("searchNotes", "true");
        }
        inputs.number(Parameter.GROUP_ID).ifPresent(group -> query.put("group_id", group.toString()));
        return query;
    }

    /** Which fields; the id always comes along, as paging and headers need it. */
    public static Map<String, String> columns(OperationContext task) {
        Map<String, String> query = new LinkedHashMap<>();
        List<String> fields = task.inputs().list(Parameter.LIST_FIELDS);
        if (!fields.isEmpty()) {
            Set<String> all = new LinkedHashSet<>();
            all.add(task.type().idField());
            all.addAll(fields);
            query.put("listFields", String.join(",", all));
        }
        List<String> externs = task.inputs().list(Parameter.EXTERNS);
        if (!externs.isEmpty()) {
            query.put("externs", String.join(",", externs));
        }
        return query;
    }

    public static Map<String, String> order(OperationContext task) {
        Map<String, String> query = new LinkedHashMap<>();
        task.inputs()
                .text(Parameter.SORT)
                .ifPresent(sort ->
                        query.put("sort", sort.equals("id") ? task.type().idField() : sort));
        task.inputs().text(Parameter.SORT_DIR).ifPresent(direction -> query.put("sortDir", direction));
        return query;
    }
}
