package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.SandboxFaults;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.webhook.WebhookHub;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The state of the account: types, records, group members, tag changes and webhook deliveries under way. One lock guards all of it. */
public final class AccountState extends GuardedState {

    private final Clock clock;
    private final SandboxFaults switches;
    private final TagAssignments tagging = new TagAssignments(this);
    private final SequenceMembers subscriptions = new SequenceMembers(this);
    private final WebhookHub webhooks;
    private final FieldSections sections = new FieldSections(this);
    private TypeCatalog types;
    private Map<Integer, RecordTable> tables;
    private Map<Long, Set<Long>> groupMembers;

    /** @param webhookLogFields names of fields of the webhook log in place of the usual ones */
    public AccountState(Clock clock, SandboxFaults switches, Map<String, String> webhookLogFields) {
        this.clock = clock;
        this.switches = switches;
        this.webhooks = new WebhookHub(this, webhookLogFields);
        run(this::clear);
    }

    /** Empties the account but for the user that owns everything. */
    public void clear() {
        types = new TypeCatalog();
        types.replace(webhooks.log().type(types.get(TypeDefinition.WEBHOOK_LOG)));
        tables = new HashMap<>();
        groupMembers = new HashMap<>();
        tagging.clear();
        subscriptions.changes().clear();
        webhooks.clear();
        sections.clear();
        create(
                types.get(TypeDefinition.USER),
                Map.of("firstname", "Sandy", "lastname", "Owner", "email", "owner@example.com"));
    }

    public Instant now() {
        return clock.instant();
    }

    public SandboxFaults switches() {
        return switches;
    }

    public TagAssignments tagging() {
        return tagging;
    }

    public SequenceMembers subscriptions() {
        return subscriptions;
    }

    public WebhookHub webhooks() {
        return webhooks;
    }

    public FieldSections sections() {
        return sections;
    }

    public TypeCatalog types() {
        return types;
    }

    public RecordTable table(TypeDefinition type) {
        return tables.computeIfAbsent(type.id(), id -> new RecordTable());
    }

    Map<Integer, RecordTable> tables() {
        return tables;
    }

    /** Replaces the records of a type; fields they lack are unset. */
    void restore(TypeDefinition type, long lastId, List<Map<String, String>> records) {
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

    /** Adds a custom field, which existing records have no value for. */
    public String defineField(int typeId, SandboxField field) {
        String name = types.defineField(typeId, field);
        table(types.get(typeId)).all().forEach(stored -> stored.addField(name));
        return name;
    }

    /** Takes a custom field away, with the values that records have for it. */
    public void removeField(int typeId, String name) {
        types.removeField(typeId, name);
        table(types.get(typeId)).all().forEach(stored -> stored.removeField(name));
    }

    /** A copy of the members of all groups, by the group's id. */
    Map<Long, Set<Long>> groupMembers() {
        Map<Long, Set<Long>> copy = new TreeMap<>();
        groupMembers.forEach((group, members) -> copy.put(group, new TreeSet<>(members)));
        return copy;
    }

    /** Members of a group, empty for an unknown one. */
    Set<Long> groupMembers(long groupId) {
        return groupMembers.getOrDefault(groupId, Set.of());
    }

    public void addToGroup(long groupId, long recordId) {
        groupMembers.computeIfAbsent(groupId, id -> new TreeSet<>()).add(recordId);
    }

    public StoredRecord create(TypeDefinition type, Map<String, String> fields) {
        return create(type, fields, now());
    }

    /** Creates a record that was due at a certain time, from which on readers have to wait for it. */
    StoredRecord create(TypeDefinition type, Map<String, String> fields, Instant due) {
        return write(type, table(type).add(), fields, due);
    }

    /** Creates a record whose id is given. */
    StoredRecord create(TypeDefinition type, long id, Map<String, String> fields) {
        return write(type, table(type).add(id), fields, now());
    }

    /** Changes fields and, unless told otherwise by them, the time of modification; returns that time, null when there is none. */
    public String update(TypeDefinition type, StoredRecord stored, Map<String, String> changes) {
        Map<String, String> values = new LinkedHashMap<>(stored.latest());
        stamp(values, type.modified());
        values.putAll(changes);
        Map<String, String> before = stored.latest();
        rewrite(stored, values, now());
        webhooks.updated(type, before, stored);
        return type.modified() == null ? null : values.get(type.modified());
    }

    /** Replaces a record's values as of the time that was due, and leaves its time of modification alone. */
    public void rewrite(StoredRecord stored, Map<String, String> values, Instant due) {
        stored.write(values, now(), due.plus(switches.visibilityDelay()));
    }

    public void delete(TypeDefinition type, long id) {
        table(type).remove(id);
        tagging.forget(type, id);
        subscriptions.forget(type, id);
        if (type.id() == TypeDefinition.GROUP) {
            groupMembers.remove(id);
        }
    }

    public static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    private StoredRecord write(TypeDefinition type, StoredRecord stored, Map<String, String> fields, Instant due) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(type.idField(), Long.toString(stored.id()));
        values.putAll(type.blankRecord());
        stamp(values, type.created());
        stamp(values, type.modified());
        values.computeIfPresent("unique_id", (name, unset) -> UniqueIds.of(type.id(), stored.id()));
        values.computeIfPresent("owner", (name, unset) -> "1");
        values.putAll(fields);
        rewrite(stored, values, due);
        webhooks.created(type, stored);
        return stored;
    }

    @Override
    void settle() {
        tagging.changes().settle();
        subscriptions.changes().settle();
        webhooks.settle();
    }

    private void stamp(Map<String, String> values, String field) {
        if (field != null) {
            values.put(field, seconds(now()));
        }
    }
}
