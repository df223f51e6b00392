package io.github.camelontraport.sandbox.account.membership;

import io.github.camelontraport.sandbox.account.event.AccountListener;
import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.RecordTable;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Membership of records in sequences and automations. It is stored in the record's list field where the type has one, for
 * sequences also in a subscriber row. A change does not touch the record's time of modification. Guarded by the account's
 * lock.
 */
public final class SequenceMembers implements AccountListener {

    private final RecordStore records;
    private final DelayedChanges<Change> changes;

    public SequenceMembers(RecordStore records) {
        this.records = records;
        this.changes = new DelayedChanges<>(records, this::apply);
    }

    /** What a record can be a member of. */
    public enum Kind {
        SEQUENCE(TypeDefinition.SEQUENCE, "updateSequence"),
        CAMPAIGN(TypeDefinition.AUTOMATION, "updateCampaign");

        private final int typeId;
        private final String listOfRecord;

        Kind(int typeId, String listOfRecord) {
            this.typeId = typeId;
            this.listOfRecord = listOfRecord;
        }
    }

    /** Adds members to lists or removes them. The change takes effect after the same delay as tags. */
    public void request(boolean add, Kind kind, int typeId, Collection<Long> recordIds, Collection<Long> listIds) {
        Instant due = changes.due();
        recordIds.forEach(
                record -> listIds.forEach(list -> changes.add(new Change(due, add, kind, typeId, record, list))));
        changes.applyDue();
    }

    public void applyDue() {
        changes.applyDue();
    }

    /** The changes whose delay is not over. */
    public List<Change> pending() {
        return changes.pending();
    }

    /** @throws IllegalArgumentException when a change names an unknown type */
    public void restore(List<Change> pending) {
        changes.restore(pending);
    }

    public void clear() {
        changes.clear();
    }

    /** Removes the memberships of a deleted record, and all members of a deleted sequence. */
    @Override
    public void recordDeleted(TypeDefinition type, long id) {
        for (StoredRecord stored : List.copyOf(subscribers().all())) {
            Map<String, String> row = stored.latest();
            if (isRow(row, type.id(), id)) {
                subscribers().remove(stored.id());
            } else if (type.id() == TypeDefinition.SEQUENCE
                    && row.get("drip_id").equals(Long.toString(id))) {
                apply(new Change(
                        records.now(),
                        false,
                        Kind.SEQUENCE,
                        Integer.parseInt(row.get("object_type_id")),
                        Long.parseLong(row.get("object_id")),
                        id));
            }
        }
    }

    private void apply(Change change) {
        TypeDefinition type = records.types().get(change.typeId());
        Optional<StoredRecord> record = records.table(type).find(change.recordId());
        boolean known =
                records.table(change.kind().typeId).find(change.listId()).isPresent();
        if (record.isEmpty() || (change.add() && !known)) {
            return;
        }
        if (change.kind() == Kind.SEQUENCE) {
            renewRow(change);
        }
        if (type.hasField(change.kind().listOfRecord)) {
            Map<String, String> values = new LinkedHashMap<>(record.get().latest());
            NavigableSet<Long> lists = ids(values.get(change.kind().listOfRecord));
            if (change.add()) {
                lists.add(change.listId());
            } else {
                lists.remove(change.listId());
            }
            values.put(change.kind().listOfRecord, FieldValues.text(lists));
            records.rewrite(record.get(), values, change.due());
        }
    }

    /** A record that is added to a sequence again starts it anew, so a new row replaces the old one. */
    private void renewRow(Change change) {
        RecordTable rows = subscribers();
        List.copyOf(rows.all()).stream()
                .filter(row -> isRow(row.latest(), change.typeId(), change.recordId())
                        && row.latest().get("drip_id").equals(Long.toString(change.listId())))
                .forEach(row -> rows.remove(row.id()));
        if (change.add()) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("drip_id", Long.toString(change.listId()));
            row.put("object_id", Long.toString(change.recordId()));
            row.put("object_type_id", Integer.toString(change.typeId()));
            row.put("date", RecordStore.seconds(change.due()));
            records.create(records.types().get(TypeDefinition.SEQUENCE_SUBSCRIBER), row, change.due());
        }
    }

    private RecordTable subscribers() {
        return records.table(TypeDefinition.SEQUENCE_SUBSCRIBER);
    }

    private static boolean isRow(Map<String, String> row, int typeId, long recordId) {
        return Integer.toString(typeId).equals(row.get("object_type_id"))
                && Long.toString(recordId).equals(row.get("object_id"));
    }

    private static NavigableSet<Long> ids(String list) {
        NavigableSet<Long> ids = new TreeSet<>();
        for (String id : (list == null ? "" : list).split("\\*/\\*")) {
            if (!id.isEmpty()) {
                ids.add(Long.valueOf(id));
            }
        }
        return ids;
    }

    public record Change(Instant due, boolean add, Kind kind, int typeId, long recordId, long listId)
            implements DelayedChanges.Change {}
}
