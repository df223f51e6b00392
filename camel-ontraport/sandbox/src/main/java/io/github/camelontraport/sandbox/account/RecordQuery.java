package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.SandboxFaults;
import io.github.camelontraport.sandbox.server.CallParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which records a call is about.
 *
 * @param ids the ids asked for, empty when none were; a 0 stands for all records and leaves the choice to the rest
 * @param condition null when not given
 * @param search null when not given
 * @param groupId null when not given; 0 is no group
 * @param fields values that fields must have, for the fields that are parameters of their own
 */
public record RecordQuery(
        Set<Long> ids,
        StoredCondition condition,
        String search,
        boolean searchNotes,
        Long groupId,
        boolean performAll,
        Map<String, String> fields) {

    public static RecordQuery of(CallParameters parameters, TypeDefinition type, SandboxFaults switches) {
        String condition = switches.ignoresCondition() ? null : parameters.text("condition");
        boolean narrows = !switches.ignoresSearchAndGroup();
        Map<String, String> fields = new HashMap<>();
        type.filters().stream()
                .filter(name -> parameters.text(name) != null)
                .forEach(name -> fields.put(name, parameters.text(name)));
        return new RecordQuery(
                Set.copyOf(parameters.numbers("ids")),
                condition == null ? null : new StoredConditionParser(type).parse(condition),
                narrows ? parameters.text("search") : null,
                parameters.flag("searchNotes"),
                narrows ? group(parameters) : null,
                parameters.flag("performAll"),
                fields);
    }

    /** Whether the call named no selection at all, which for a deletion means everything. */
    public boolean isAbsent() {
        return ids.isEmpty() && !narrows() && groupId == null && !performAll;
    }

    /** Whether records are left out for another reason than their id. */
    boolean narrows() {
        return condition != null || search != null || inGroup();
    }

    boolean inGroup() {
        return groupId != null && groupId != 0;
    }

    public boolean namesIds() {
        return !ids.isEmpty() && !ids.contains(0L);
    }

    private static Long group(CallParameters parameters) {
        for (String name : List.of("group_id", "group_ids")) {
            if (parameters.text(name) != null) {
                return parameters.number(name);
            }
        }
        return null;
    }
}
