package io.github.camelontraport.sandbox.account.query;

import io.github.camelontraport.sandbox.account.record.GroupMembers;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.RecordTable;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the records that a query selects. */
public final class RecordSelector {

    private final RecordStore records;
    private final GroupMembers groups;

    public RecordSelector(RecordStore records, GroupMembers groups) {
        this.records = records;
        this.groups = groups;
    }

    /** The rows that a read returns, by ascending id. */
    public List<Map<String, String>> visible(TypeDefinition type, RecordQuery filter) {
        Instant now = records.now();
        return candidates(type, filter).stream()
                .map(stored -> stored.visibleAt(now))
                .flatMap(Optional::stream)
                .filter(row -> matches(type, filter, row))
                .toList();
    }

    /**
     * The ids of the records that a bulk action changes.
     *
     * @throws ApiErrorException when a group is named without {@code performAll}
     */
    public List<Long> targets(TypeDefinition type, RecordQuery filter) {
        if (filter.inGroup() && !filter.performAll()) {
            throw ApiErrorException.missing("performAll");
        }
        if (!filter.namesIds() && !filter.narrows() && !filter.performAll()) {
            return List.of();
        }
        return candidates(type, filter).stream()
                .filter(stored -> matches(type, filter, stored.latest()))
                .map(StoredRecord::id)
                .toList();
    }

    /**
     * As {@link #targets}, for actions that require a selection.
     *
     * @throws ApiErrorException when the request has no selection, or a group is named without {@code performAll}
     */
    public List<Long> requiredTargets(TypeDefinition type, RecordQuery filter) {
        if (filter.isAbsent()) {
            throw ApiErrorException.missing("ids");
        }
        return targets(type, filter);
    }

    private Collection<StoredRecord> candidates(TypeDefinition type, RecordQuery filter) {
        RecordTable table = records.table(type);
        if (!filter.namesIds()) {
            return table.all();
        }
        return filter.ids().stream()
                .sorted()
                .map((Function<Long, Optional<StoredRecord>>) table::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean matches(TypeDefinition type, RecordQuery filter, Map<String, String> row) {
        return filter.fields().entrySet().stream()
                        .allMatch(field -> field.getValue().equals(row.get(field.getKey())))
                && (filter.condition() == null || filter.condition().matches(row))
                && (!filter.inGroup() || isMember(type, filter.groupId(), row))
                && (filter.search() == null || isFound(type, filter, row));
    }

    /** A group has members of one type. A record of another type with the same id is not a member. */
    private boolean isMember(TypeDefinition type, long groupId, Map<String, String> row) {
        Optional<StoredRecord> group = records.table(TypeDefinition.GROUP).find(groupId);
        boolean sameType = group.filter(stored ->
                        Integer.toString(type.id()).equals(stored.latest().get("type")))
                .isPresent();
        Set<Long> members = groups.of(groupId);
        return sameType && members.contains(Long.valueOf(row.get(type.idField())));
    }

    private boolean isFound(TypeDefinition type, RecordQuery filter, Map<String, String> row) {
        String wanted = filter.search().toLowerCase(Locale.ROOT);
        boolean inFields = type.fields().values().stream()
                .filter(FieldDefinition::searched)
                .map(field -> row.get(field.name()))
                .filter(Objects::nonNull)
                .anyMatch(value -> contains(value, wanted));
        return inFields || (filter.searchNotes() && isInNotes(type, row, wanted));
    }

    private boolean isInNotes(TypeDefinition type, Map<String, String> row, String wanted) {
        return type.id() == TypeDefinition.CONTACT
                && records.table(TypeDefinition.NOTE).all().stream()
                        .flatMap(stored -> stored.visibleAt(records.now()).stream())
                        .anyMatch(note -> Objects.equals(note.get("contact_id"), row.get(type.idField()))
                                && contains(note.get("data"), wanted));
    }

    private static boolean contains(String value, String wanted) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
