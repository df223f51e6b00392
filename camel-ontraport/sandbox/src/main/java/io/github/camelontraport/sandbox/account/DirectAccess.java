package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.record.UniqueValues;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Access to the account past the API. Every field can be written. A wrong field name is an error. */
public final class DirectAccess {

    /** Users own records. Running routes watch tags by id, and receive webhooks. */
    private static final Set<Integer> KEPT =
            Set.of(TypeDefinition.USER, TypeDefinition.TAG, TypeDefinition.WEBHOOK, TypeDefinition.WEBHOOK_LOG);

    private final Account account;
    private final RecordStore records;

    public DirectAccess(Account account) {
        this.account = account;
        this.records = account.records();
    }

    public long create(int typeId, Map<String, ?> fields) {
        TypeDefinition type = records.types().get(typeId);
        Map<String, String> values = values(type, fields);
        String id = values.remove(type.idField());
        StoredRecord created =
                id == null ? records.create(type, values) : records.create(type, Long.parseLong(id), values);
        return created.id();
    }

    public long createHidden(int typeId, Map<String, ?> fields) {
        long id = create(typeId, fields);
        existing(records.types().get(typeId), id).hold();
        return id;
    }

    public void update(int typeId, long id, Map<String, ?> fields) {
        TypeDefinition type = records.types().get(typeId);
        records.update(type, existing(type, id), values(type, fields));
    }

    public void updateHidden(int typeId, long id, Map<String, ?> fields) {
        update(typeId, id, fields);
        existing(records.types().get(typeId), id).hold();
    }

    public void release(int typeId, long id) {
        existing(records.types().get(typeId), id).release(records.now());
    }

    public void delete(int typeId, long id) {
        TypeDefinition type = records.types().get(typeId);
        records.delete(type, existing(type, id).id());
    }

    /** Deletes all records one by one, except users, tags, webhook subscriptions and their log. */
    public void deleteAll() {
        // By ascending id of the type, so that the deletion of an order leaves nothing in the views of orders.
        for (TypeDefinition type : List.copyOf(records.types().all())) {
            if (!KEPT.contains(type.id())) {
                List.copyOf(records.table(type).all()).forEach(stored -> records.delete(type, stored.id()));
            }
        }
    }

    public long submitForm(long formId, Map<String, ?> fields) {
        StoredRecord form = Stream.of(TypeDefinition.FORM, TypeDefinition.LEGACY_FORM)
                .flatMap(type -> records.table(type).find(formId).stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No form " + formId));
        TypeDefinition type = records.types().get(Integer.parseInt(form.latest().getOrDefault("object_type_id", "0")));
        Map<String, String> values = values(type, fields);
        Optional<StoredRecord> known =
                type.matchField().flatMap(field -> new UniqueValues(records).holder(type, field.name(), values));
        known.ifPresent(stored -> records.update(type, stored, values));
        StoredRecord submitted = known.orElseGet(() -> records.create(type, values));
        records.events().publish(listener -> listener.formSubmitted(formId, type, submitted.latest()));
        return submitted.id();
    }

    public Optional<Map<String, Object>> find(int typeId, long id) {
        return records.table(typeId).find(id).map(DirectAccess::copy);
    }

    public List<Map<String, Object>> records(int typeId) {
        return records.table(typeId).all().stream().map(DirectAccess::copy).toList();
    }

    public void addTag(int typeId, long id, String tagName) {
        TypeDefinition type = records.types().get(typeId);
        long tag = account.tags().find(type, tagName).orElseGet(() -> account.tags()
                .create(type, tagName));
        account.tags().request(true, typeId, List.of(existing(type, id).id()), List.of(tag));
    }

    public void removeTag(int typeId, long id, String tagName) {
        TypeDefinition type = records.types().get(typeId);
        account.tags().find(type, tagName).ifPresent(tag -> account.tags()
                .request(false, typeId, List.of(id), List.of(tag)));
    }

    private StoredRecord existing(TypeDefinition type, long id) {
        return records.table(type)
                .find(id)
                .orElseThrow(() -> new NoSuchElementException("No " + type.name() + " " + id));
    }

    private static Map<String, String> values(TypeDefinition type, Map<String, ?> fields) {
        if (type.id() == TypeDefinition.TAG_SUBSCRIBER) {
            throw new IllegalArgumentException("Tag subscribers cannot be set; use addTag and removeTag");
        }
        if (type.id() == TypeDefinition.WEBHOOK_LOG) {
            throw new IllegalArgumentException("The webhook log cannot be set; deliveries fill it");
        }
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!type.hasField(name) || name.equals(TypeDefinition.TAGS_OF_RECORD)) {
                throw new IllegalArgumentException(type.name() + " has no field " + name + " that can be set");
            }
            values.put(name, FieldValues.text(value));
        });
        return values;
    }

    private static Map<String, Object> copy(StoredRecord stored) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(stored.latest()));
    }
}
