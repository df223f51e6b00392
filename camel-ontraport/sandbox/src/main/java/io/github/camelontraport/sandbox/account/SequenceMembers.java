package io.github.camelontraport.sandbox.account;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who is on which sequence or automation: the record's own list where the type has one, and for sequences a subscriber row
 * as well. None of it touches the record's time of modification. Guarded by the account's lock.
 */
public final class SequenceMembers {

    private final AccountState account;
    private final DelayedChanges<Change> changes;

    SequenceMembers(AccountState account) {
        this.account = account;
        this.changes = new DelayedChanges<>(account, this::apply);
    }

    DelayedChanges<Change> changes() {
        return changes;
    }

    /** What records can be on. */
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

    /** Takes a change that comes into effect after the same delay as tags. */
    public void request(boolean add, Kind kind, int typeId, Collection<Long> recordIds, Collection<Long> listIds) {
        Instant due = changes.due();
        recordIds.forEach(
                record -> listIds.forEach(list -> changes.add(new Change(due, add, kind, typeId, record, list))));
        changes.settle();
    }

    /** Removes every trace of a record that is being deleted, be it on a list or a sequence. */
    void forget(TypeDefinition type, long id) {
        for (StoredRecord stored : List.copyOf(subscribers().all())) {
            Map<String, String> row = stored.latest();
            if (isRow(row, type.id(), id)) {
                subscribers().remove(stored.id());
            } else if (type.id() == TypeDefinition.SEQUENCE
                    && row.get("drip_id").equals(Long.toString(id))) {
                apply(new Change(
                        account.now(),
                        false,
                        Kind.SEQUENCE,
                        Integer.parseInt(row.get("object_type_id")),
                        Long.parseLong(row.get("object_id")),
                        id));
            }
        }
    }

    private void apply(Change change) {
        TypeDefinition type = account.types().get(change.typeId());
        Optional<StoredRecord> record = account.table(type).find(change.recordId());
        boolean known = account.table(account.types().get(change.kind().typeId))
                .find(change.listId())
                .isPresent();
        if (record.isEmpty() || change.add() && !known) {
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
            account.rewrite(record.get(), values, change.due());
        }
    }

    /** A record that is put on a sequence again starts it over, so the row it had gives way to a new one. */
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
            row.put("date", AccountState.seconds(change.due()));
            account.create(account.types().get(TypeDefinition.SEQUENCE_SUBSCRIBER), row, change.due());
        }
    }

    private RecordTable subscribers() {
        return account.table(account.types().get(TypeDefinition.SEQUENCE_SUBSCRIBER));
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

    record Change(Instant due, boolean add, Kind kind, int typeId, long recordId, long listId)
            implements DelayedChanges.Change {}
}
