package io.github.camelontraport.sandbox.account.query;

import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.fault.AccountSwitches;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records that a request selects.
 *
 * @param ids empty when the request has none; a 0 means all records, so that the other criteria decide
 * @param condition null when not given
 * @param search null when not given
 * @param groupId null when not given; 0 is no group
 * @param fields required values of the fields that are selection parameters themselves
 */
public record RecordQuery(
        Set<Long> ids,
        RecordCondition condition,
        String search,
        boolean searchNotes,
        Long groupId,
        boolean performAll,
        Map<String, String> fields) {

    public static RecordQuery of(RequestParameters parameters, TypeDefinition type, AccountSwitches switches) {
        String condition = switches.ignoresCondition() ? null : parameters.text("condition");
        boolean narrows = !switches.ignoresSearchAndGroup();
        Map<String, String> fields = new HashMap<>();
        type.filters().stream()
                .filter(name -> parameters.text(name) != null)
                .forEach(name -> fields.put(name, parameters.text(name)));
        return new RecordQuery(
                Set.copyOf(parameters.numbers("ids")),
                condition == null ? null : new RecordConditionParser(type).parse(condition),
                narrows ? parameters.text("search") : null,
                parameters.flag("searchNotes"),
                narrows ? group(parameters) : null,
                parameters.flag("performAll"),
                fields);
    }

    /** Whether the request has no selection at all. A deletion then removes all records of the type. */
    public boolean isAbsent() {
        return ids.isEmpty() && !narrows() && groupId == null && !performAll;
    }

    /** Whether a criterion other than the ids excludes records. */
    boolean narrows() {
        return condition != null || search != null || inGroup();
    }

    boolean inGroup() {
        return groupId != null && groupId != 0;
    }

    public boolean namesIds() {
        return !ids.isEmpty() && !ids.contains(0L);
    }

    private static Long group(RequestParameters parameters) {
        for (String name : List.of("group_id", "group_ids")) {
            if (parameters.text(name) != null) {
                return parameters.number(name);
            }
        }
        return null;
    }
}
