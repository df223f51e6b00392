package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.server.ErrorReply;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Applies filters to the records of a type. */
public final class RecordSelector {

    private final AccountState account;

    public RecordSelector(AccountState account) {
        this.account = account;
    }

    /** The records a read shows, in the order of their ids. */
    public List<Map<String, String>> visible(TypeDefinition type, RecordQuery filter) {
        Instant now = account.now();
        return candidates(type, filter).stream()
                .map(stored -> stored.visibleAt(now))
                .flatMap(Optional::stream)
                .filter(row -> matches(type, filter, row))
                .toList();
    }

    /**
     * The ids an action on many records hits.
     *
     * @throws ErrorReply when a group is named without {@code performAll}
     */
    public List<Long> targets(TypeDefinition type, RecordQuery filter) {
        if (filter.inGroup() && !filter.performAll()) {
            throw ErrorReply.missing("performAll");
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
     * Likewise, for actions that are refused without any selection.
     *
     * @throws ErrorReply when nothing selects, or a group is named without {@code performAll}
     */
    public List<Long> named(TypeDefinition type, RecordQuery filter) {
        if (filter.isAbsent()) {
            throw ErrorReply.missing("ids");
        }
        return targets(type, filter);
    }

    private Collection<StoredRecord> candidates(TypeDefinition type, RecordQuery filter) {
        RecordTable table = account.table(type);
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

    /** A group holds records of one type, so a record of another type with the same id is no member. */
    private boolean isMember(TypeDefinition type, long groupId, Map<String, String> row) {
        Optional<StoredRecord> group =
                account.table(account.types().get(TypeDefinition.GROUP)).find(groupId);
        boolean sameType = group.filter(stored ->
                        Integer.toString(type.id()).equals(stored.latest().get("type")))
                .isPresent();
        Set<Long> members = account.groupMembers(groupId);
        return sameType && members.contains(Long.valueOf(row.get(type.idField())));
    }

    private boolean isFound(TypeDefinition type, RecordQuery filter, Map<String, String> row) {
        String wanted = filter.search().toLowerCase(Locale.ROOT);
        boolean inFields = type.fields().values().stream()
                .filter(FieldDefinition::searched)
                .map(field -> row.get(field.name()))
                .filter(Objects::nonNull)
                .anyMatch(value -> contains(value, wanted));
        return inFields || filter.searchNotes() && isInNotes(type, row, wanted);
    }

    private boolean isInNotes(TypeDefinition type, Map<String, String> row, String wanted) {
        return type.id() == TypeDefinition.CONTACT
                && account.table(account.types().get(TypeDefinition.NOTE)).all().stream()
                        .flatMap(stored -> stored.visibleAt(account.now()).stream())
                        .anyMatch(note -> Objects.equals(note.get("contact_id"), row.get(type.idField()))
                                && contains(note.get("data"), wanted));
    }

    private static boolean contains(String value, String wanted) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
