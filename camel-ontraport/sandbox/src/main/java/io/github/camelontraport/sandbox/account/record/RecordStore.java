package io.github.camelontraport.sandbox.account.record;

import io.github.camelontraport.sandbox.account.event.AccountEvents;
import io.github.camelontraport.sandbox.account.type.CustomField;
import io.github.camelontraport.sandbox.account.type.TypeCatalog;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.fault.AccountSwitches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The object types of the account and the records of each. Guarded by the account's lock. */
public final class RecordStore {

    private final Clock clock;
    private final AccountSwitches switches;
    private final AccountEvents events = new AccountEvents();
    private final TypeCatalog types = new TypeCatalog();
    private final Map<Integer, RecordTable> tables = new HashMap<>();

    public RecordStore(Clock clock, AccountSwitches switches) {
        this.clock = clock;
        this.switches = switches;
    }

    public Clock clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The current time as fields hold it: Unix seconds. */
    public String nowInSeconds() {
        return seconds(now());
    }

    public static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    public AccountSwitches switches() {
        return switches;
    }

    public AccountEvents events() {
        return events;
    }

    public TypeCatalog types() {
        return types;
    }

    public RecordTable table(TypeDefinition type) {
        return tables.computeIfAbsent(type.id(), id -> new RecordTable());
    }

    /** @throws IllegalArgumentException for an unknown type */
    public RecordTable table(int typeId) {
        return table(types.get(typeId));
    }

    /** An unmodifiable view of the tables by type id; a type that never had a record may be missing. */
    public Map<Integer, RecordTable> tables() {
        return Collections.unmodifiableMap(tables);
    }

    /** Removes all records and all custom types and fields. */
    public void clear() {
        types.clear();
        tables.clear();
    }

    public StoredRecord create(TypeDefinition type, Map<String, String> fields) {
        return create(type, fields, now());
    }

    /** @param effective when the record came into being; the visibility delay starts then */
    public StoredRecord create(TypeDefinition type, Map<String, String> fields, Instant effective) {
        return write(type, table(type).add(), fields, effective);
    }

    /** @throws IllegalArgumentException when the id is taken */
    public StoredRecord create(TypeDefinition type, long id, Map<String, String> fields) {
        return write(type, table(type).add(id), fields, now());
    }

    /**
     * Changes fields and the time of modification. A time of modification among the changes wins.
     *
     * @return the time of modification in Unix seconds, null when the type has none
     */
    public String update(TypeDefinition type, StoredRecord stored, Map<String, String> changes) {
        Map<String, String> before = stored.latest();
        Map<String, String> values = new LinkedHashMap<>(before);
        stamp(values, type.modified());
        values.putAll(changes);
        rewrite(stored, values, now());
        events.publish(listener -> listener.recordUpdated(type, before, stored.latest()));
        return type.modified() == null ? null : values.get(type.modified());
    }

    /** Replaces a record's values without an event and without a new time of modification. */
    public void rewrite(StoredRecord stored, Map<String, String> values, Instant effective) {
        // What is not delayed stays visible when the clock is set back.
        Duration delay = switches.visibilityDelay();
        stored.write(values, now(), delay.isZero() ? Instant.MIN : effective.plus(delay));
    }

    public void delete(TypeDefinition type, long id) {
        table(type).remove(id);
        events.publish(listener -> listener.recordDeleted(type, id));
    }

    /**
     * Replaces all records of a type, without events. Fields that a record lacks are unset.
     *
     * @param lastId the highest id the type ever had
     * @throws IllegalArgumentException when a record has a field that the type lacks
     */
    public void restore(TypeDefinition type, long lastId, List<Map<String, String>> records) {
        RecordTable table = new RecordTable();
        for (Map<String, String> fields : records) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(type.idField(), null);
            values.putAll(type.blankRecord());
            fields.forEach((name, value) -> {
                if (!type.hasField(name)) {
                    throw new IllegalArgumentException(type.name() + " has no field " + name);
                }
                values.put(name, value);
            });
            table.add(Long.parseLong(values.get(type.idField()))).write(values, now(), now());
        }
        table.reserve(lastId);
        tables.put(type.id(), table);
    }

    /**
     * Adds a custom field. Existing records have no value for it.
     *
     * @return the name of the field
     */
    public String defineField(int typeId, CustomField field) {
        String name = types.defineField(typeId, field);
        table(typeId).all().forEach(stored -> stored.addField(name));
        return name;
    }

    /** Removes a custom field together with its values. */
    public void removeField(int typeId, String name) {
        types.removeField(typeId, name);
        table(typeId).all().forEach(stored -> stored.removeField(name));
    }

    private StoredRecord write(
            TypeDefinition type, StoredRecord stored, Map<String, String> fields, Instant effective) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(type.idField(), Long.toString(stored.id()));
        values.putAll(type.blankRecord());
        stamp(values, type.created());
        stamp(values, type.modified());
        values.computeIfPresent("unique_id", (name, unset) -> UniqueIdGenerator.of(type.id(), stored.id()));
        values.computeIfPresent("owner", (name, unset) -> "1");
        values.putAll(fields);
        rewrite(stored, values, effective);
        events.publish(listener -> listener.recordCreated(type, stored.latest()));
        return stored;
    }

    private void stamp(Map<String, String> values, String field) {
        if (field != null) {
            values.put(field, nowInSeconds());
        }
    }
}
