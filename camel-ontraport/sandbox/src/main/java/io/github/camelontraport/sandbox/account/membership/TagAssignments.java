package io.github.camelontraport.sandbox.account.membership;

import io.github.camelontraport.sandbox.account.event.AccountListener;
import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.record.UniqueValues;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
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
 * The tags of records. Each pair of record and tag is a tag subscriber row, and is in the record's list of tags where the
 * type has one. A change does not touch the record's time of modification. Guarded by the account's lock.
 */
public final class TagAssignments implements AccountListener {

    private final RecordStore records;
    private final DelayedChanges<Change> changes;
    private final Map<Target, NavigableMap<Long, Long>> rowIdByTag = new HashMap<>();

    public TagAssignments(RecordStore records) {
        this.records = records;
        this.changes = new DelayedChanges<>(records, this::apply);
    }

    /** Adds tags to records or removes them. The change takes effect after the tag delay. */
    public void request(boolean add, int typeId, Collection<Long> recordIds, Collection<Long> tagIds) {
        Instant due = changes.due();
        recordIds.forEach(
                record -> tagIds.forEach(tag -> changes.add(new Change(due, add, new Target(typeId, record), tag))));
        changes.applyDue();
    }

    public void applyDue() {
        changes.applyDue();
    }

    /** The changes whose delay is not over. */
    public List<Change> pending() {
        return changes.pending();
    }

    /** The id of the type's tag of that name. */
    public Optional<Long> find(TypeDefinition type, String name) {
        return new UniqueValues(records)
                .holder(records.types().get(TypeDefinition.TAG), "tag_name", naming(type, name))
                .map(StoredRecord::id);
    }

    public long create(TypeDefinition type, String name) {
        return records.create(records.types().get(TypeDefinition.TAG), naming(type, name))
                .id();
    }

    /** Removes the assignments of a deleted record, of a deleted tag, or of a deleted subscriber row. */
    @Override
    public void recordDeleted(TypeDefinition type, long id) {
        Instant now = records.now();
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
     * Rebuilds the assignments from the subscriber rows, and takes over changes whose delay is not over.
     *
     * @throws IllegalArgumentException when a change or a row names an unknown type
     */
    public void restore(List<Change> pending) {
        records.table(TypeDefinition.TAG_SUBSCRIBER).all().forEach(stored -> {
            Map<String, String> row = stored.latest();
            int typeId = records.types()
                    .get(Integer.parseInt(row.get("object_type_id")))
                    .id();
            Target target = new Target(typeId, Long.parseLong(row.get("object_id")));
            rowIdByTag
                    .computeIfAbsent(target, key -> new TreeMap<>())
                    .put(Long.valueOf(row.get("tag_id")), stored.id());
        });
        changes.restore(pending);
    }

    public void clear() {
        changes.clear();
        rowIdByTag.clear();
    }

    private void apply(Change change) {
        boolean tagged =
                rowIdByTag.getOrDefault(change.target(), new TreeMap<>()).containsKey(change.tagId());
        if (!change.add() && tagged) {
            remove(change.target(), change.tagId(), change.due());
            publish(change, (listener, type, row) -> listener.tagRemoved(change.tagId(), type, row, change.due()));
        } else if (change.add()
                && !tagged
                && exists(change.target().typeId(), change.target().recordId())
                && exists(TypeDefinition.TAG, change.tagId())) {
            add(change.target(), change.tagId(), change.due());
            publish(change, (listener, type, row) -> listener.tagAdded(change.tagId(), type, row, change.due()));
        }
    }

    private void add(Target target, long tagId, Instant when) {
        NavigableMap<Long, Long> rows = rowIdByTag.computeIfAbsent(target, key -> new TreeMap<>());
        Map<String, String> row = new LinkedHashMap<>();
        row.put("tag_id", Long.toString(tagId));
        row.put("object_id", Long.toString(target.recordId()));
        row.put("object_type_id", Integer.toString(target.typeId()));
        row.put("date", RecordStore.seconds(when));
        rows.put(
                tagId,
                records.create(records.types().get(TypeDefinition.TAG_SUBSCRIBER), row, when)
                        .id());
        listTagsOn(target, rows.keySet(), when);
    }

    private void publish(Change change, Event event) {
        TypeDefinition type = records.types().get(change.target().typeId());
        records.table(type).find(change.target().recordId()).ifPresent(stored -> records.events()
                .publish(listener -> event.send(listener, type, stored.latest())));
    }

    private void remove(Target target, long tagId, Instant when) {
        NavigableMap<Long, Long> rows = rowIdByTag.getOrDefault(target, new TreeMap<>());
        Long row = rows.remove(tagId);
        if (row != null) {
            records.table(TypeDefinition.TAG_SUBSCRIBER).remove(row);
            listTagsOn(target, rows.keySet(), when);
        }
    }

    private void listTagsOn(Target target, Set<Long> tags, Instant when) {
        TypeDefinition type = records.types().get(target.typeId());
        if (type.hasField(TypeDefinition.TAGS_OF_RECORD)) {
            records.table(type).find(target.recordId()).ifPresent(stored -> {
                Map<String, String> values = new LinkedHashMap<>(stored.latest());
                values.put(TypeDefinition.TAGS_OF_RECORD, FieldValues.text(tags));
                records.rewrite(stored, values, when);
            });
        }
    }

    private static Map<String, String> naming(TypeDefinition type, String name) {
        return Map.of("tag_name", name, "object_type_id", Integer.toString(type.id()));
    }

    private boolean exists(int typeId, long id) {
        return records.table(typeId).find(id).isPresent();
    }

    @FunctionalInterface
    private interface Event {

        void send(AccountListener listener, TypeDefinition type, Map<String, String> row);
    }

    public record Target(int typeId, long recordId) {}

    public record Change(Instant due, boolean add, Target target, long tagId) implements DelayedChanges.Change {

        @Override
        public int typeId() {
            return target.typeId();
        }
    }
}
