package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.webhook.EventKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who has which tag: a tag subscriber row per pair and, where the type has it, the record's own list of tags. Neither
 * touches the record's time of modification. Guarded by the account's lock.
 */
public final class TagAssignments {

    private final AccountState account;
    private final DelayedChanges<Change> changes;
    private final Map<Target, NavigableMap<Long, Long>> rowIdByTag = new HashMap<>();

    TagAssignments(AccountState account) {
        this.account = account;
        this.changes = new DelayedChanges<>(account, this::apply);
    }

    DelayedChanges<Change> changes() {
        return changes;
    }

    /** Takes a change that comes into effect after the tag delay. */
    public void request(boolean add, int typeId, Collection<Long> recordIds, Collection<Long> tagIds) {
        Instant due = changes.due();
        recordIds.forEach(
                record -> tagIds.forEach(tag -> changes.add(new Change(due, add, new Target(typeId, record), tag))));
        changes.settle();
    }

    /** The tag of that name among the tags for a type. */
    public Optional<Long> find(TypeDefinition type, String name) {
        return new UniqueValues(account)
                .holder(account.types().get(TypeDefinition.TAG), "tag_name", naming(type, name))
                .map(StoredRecord::id);
    }

    public long create(TypeDefinition type, String name) {
        return account.create(account.types().get(TypeDefinition.TAG), naming(type, name))
                .id();
    }

    /** Removes every trace of a record that is being deleted, be it tagged, a tag, or a subscriber row. */
    void forget(TypeDefinition type, long id) {
        Instant now = account.now();
        Target target = new Target(type.id(), id);
        for (Long tag :
                Set.copyOf(rowIdByTag.getOrDefault(target, new TreeMap<>()).keySet())) {
            remove(target, tag, now);
        }
        if (type.id() == TypeDefinition.TAG) {
            Set.copyOf(rowIdByTag.keySet()).forEach(tagged -> remove(tagged, id, now));
        }
        if (type.id() == TypeDefinition.TAG_SUBSCRIBER) {
            Map.copyOf(rowIdByTag).forEach((tagged, rows) -> Map.copyOf(rows).forEach((tag, row) -> {
                if (row == id) {
                    remove(tagged, tag, now);
                }
            }));
        }
    }

    /**
     * Finds out from the subscriber rows who has which tag, and takes over changes that were under way.
     *
     * @throws IllegalArgumentException when one is about a type there is none of
     */
    void restore(List<Change> underWay) {
        account.table(account.types().get(TypeDefinition.TAG_SUBSCRIBER)).all().forEach(stored -> {
            Map<String, String> row = stored.latest();
            int typeId = account.types()
                    .get(Integer.parseInt(row.get("object_type_id")))
                    .id();
            Target target = new Target(typeId, Long.parseLong(row.get("object_id")));
            rowIdByTag
                    .computeIfAbsent(target, key -> new TreeMap<>())
                    .put(Long.valueOf(row.get("tag_id")), stored.id());
        });
        changes.restore(underWay);
    }

    void clear() {
        changes.clear();
        rowIdByTag.clear();
    }

    private void apply(Change change) {
        boolean tagged =
                rowIdByTag.getOrDefault(change.target(), new TreeMap<>()).containsKey(change.tagId());
        if (!change.add() && tagged) {
            remove(change.target(), change.tagId(), change.due());
            tell(EventKey.Kind.TAG_REMOVED, change);
        } else if (change.add()
                && !tagged
                && exists(change.target().typeId(), change.target().recordId())
                && exists(TypeDefinition.TAG, change.tagId())) {
            add(change.target(), change.tagId(), change.due());
            tell(EventKey.Kind.TAG_ADDED, change);
        }
    }

    private void add(Target target, long tagId, Instant when) {
        NavigableMap<Long, Long> rows = rowIdByTag.computeIfAbsent(target, key -> new TreeMap<>());
        Map<String, String> row = new LinkedHashMap<>();
        row.put("tag_id", Long.toString(tagId));
        row.put("object_id", Long.toString(target.recordId()));
        row.put("object_type_id", Integer.toString(target.typeId()));
        row.put("date", AccountState.seconds(when));
        rows.put(
                tagId,
                account.create(account.types().get(TypeDefinition.TAG_SUBSCRIBER), row, when)
                        .id());
        listTagsOn(target, rows.keySet(), when);
    }

    private void tell(EventKey.Kind kind, Change change) {
        TypeDefinition type = account.types().get(change.target().typeId());
        account.table(type).find(change.target().recordId()).ifPresent(stored -> account.webhooks()
                .happened(new EventKey(kind, change.tagId()), type, stored, change.due()));
    }

    private void remove(Target target, long tagId, Instant when) {
        NavigableMap<Long, Long> rows = rowIdByTag.getOrDefault(target, new TreeMap<>());
        Long row = rows.remove(tagId);
        if (row != null) {
            account.table(account.types().get(TypeDefinition.TAG_SUBSCRIBER)).remove(row);
            listTagsOn(target, rows.keySet(), when);
        }
    }

    private void listTagsOn(Target target, Set<Long> tags, Instant when) {
        TypeDefinition type = account.types().get(target.typeId());
        if (type.hasField(TypeDefinition.TAGS_OF_RECORD)) {
            account.table(type).find(target.recordId()).ifPresent(stored -> {
                Map<String, String> values = new LinkedHashMap<>(stored.latest());
                values.put(TypeDefinition.TAGS_OF_RECORD, FieldValues.text(tags));
                account.rewrite(stored, values, when);
            });
        }
    }

    private static Map<String, String> naming(TypeDefinition type, String name) {
        return Map.of("tag_name", name, "object_type_id", Integer.toString(type.id()));
    }

    private boolean exists(int typeId, long id) {
        return account.table(account.types().get(typeId)).find(id).isPresent();
    }

    record Target(int typeId, long recordId) {}

    record Change(Instant due, boolean add, Target target, long tagId) implements DelayedChanges.Change {

        @Override
        public int typeId() {
            return target.typeId();
        }
    }
}
