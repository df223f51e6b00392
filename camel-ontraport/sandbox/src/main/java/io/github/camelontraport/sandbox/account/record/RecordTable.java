package io.github.camelontraport.sandbox.account.record;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The records of one type in the order of their ids. Guarded by the account's lock. */
public final class RecordTable {

    private final NavigableMap<Long, StoredRecord> records = new TreeMap<>();
    private long lastId;

    public StoredRecord add() {
        return add(lastId + 1);
    }

    /** @throws IllegalArgumentException when the id is taken */
    public StoredRecord add(long id) {
        if (records.containsKey(id)) {
            throw new IllegalArgumentException("There is a record " + id + " already");
        }
        StoredRecord added = new StoredRecord(id);
        records.put(id, added);
        reserve(id);
        return added;
    }

    /** The highest id there ever was. */
    public long lastId() {
        return lastId;
    }

    /** Assigns no id up to this one any more. */
    public void reserve(long id) {
        lastId = Math.max(lastId, id);
    }

    public Optional<StoredRecord> find(long id) {
        return Optional.ofNullable(records.get(id));
    }

    public Collection<StoredRecord> all() {
        return records.values();
    }

    public void remove(long id) {
        records.remove(id);
    }
}
