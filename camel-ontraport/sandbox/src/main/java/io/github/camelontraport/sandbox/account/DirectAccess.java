package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.webhook.EventKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** What tests do to the account past the API: every field can be written, and a wrong name is an error. */
public final class DirectAccess {

    private final AccountState account;

    public DirectAccess(AccountState account) {
        this.account = account;
    }

    public long create(int typeId, Map<String, ?> fields) {
        TypeDefinition type = account.types().get(typeId);
        Map<String, String> values = values(type, fields);
        String id = values.remove(type.idField());
        StoredRecord created =
                id == null ? account.create(type, values) : account.create(type, Long.parseLong(id), values);
        return created.id();
    }

    public long createHidden(int typeId, Map<String, ?> fields) {
        long id = create(typeId, fields);
        existing(account.types().get(typeId), id).hold();
        return id;
    }

    public void update(int typeId, long id, Map<String, ?> fields) {
        TypeDefinition type = account.types().get(typeId);
        account.update(type, existing(type, id), values(type, fields));
    }

    public void updateHidden(int typeId, long id, Map<String, ?> fields) {
        update(typeId, id, fields);
        existing(account.types().get(typeId), id).hold();
    }

    public void release(int typeId, long id) {
        existing(account.types().get(typeId), id).release(account.now());
    }

    public void delete(int typeId, long id) {
        TypeDefinition type = account.types().get(typeId);
        account.delete(type, existing(type, id).id());
    }

    public long submitForm(long formId, Map<String, ?> fields) {
        StoredRecord form = Stream.of(TypeDefinition.FORM, TypeDefinition.LEGACY_FORM)
                .flatMap(type -> account.table(account.types().get(type)).find(formId).stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No form " + formId));
        TypeDefinition type = account.types().get(Integer.parseInt(form.latest().getOrDefault("object_type_id", "0")));
        Map<String, String> values = values(type, fields);
        Optional<StoredRecord> known =
                type.matchField().flatMap(field -> new UniqueValues(account).holder(type, field.name(), values));
        known.ifPresent(stored -> account.update(type, stored, values));
        StoredRecord submitted = known.orElseGet(() -> account.create(type, values));
        account.webhooks().happened(new EventKey(EventKey.Kind.FORM_SUBMITTED, formId), type, submitted, account.now());
        return submitted.id();
    }

    public Optional<Map<String, Object>> find(int typeId, long id) {
        return account.table(account.types().get(typeId)).find(id).map(DirectAccess::copy);
    }

    public List<Map<String, Object>> records(int typeId) {
        return account.table(account.types().get(typeId)).all().stream()
                .map(DirectAccess::copy)
                .toList();
    }

    public void addTag(int typeId, long id, String tagName) {
        TypeDefinition type = account.types().get(typeId);
        long tag = account.tagging().find(type, tagName).orElseGet(() -> account.tagging()
                .create(type, tagName));
        account.tagging().request(true, typeId, List.of(existing(type, id).id()), List.of(tag));
    }

    public void removeTag(int typeId, long id, String tagName) {
        TypeDefinition type = account.types().get(typeId);
        account.tagging().find(type, tagName).ifPresent(tag -> account.tagging()
                .request(false, typeId, List.of(id), List.of(tag)));
    }

    private StoredRecord existing(TypeDefinition type, long id) {
        return account.table(type)
                .find(id)
                .orElseThrow(() -> new NoSuchElementException("No " + type.name() + " " + id));
    }

    private static Map<String, String> values(TypeDefinition type, Map<String, ?> fields) {
        if (type.id() == TypeDefinition.TAG_SUBSCRIBER) {
            throw new IllegalArgumentException("Tag subscribers follow from addTag and removeTag");
        }
        if (type.id() == TypeDefinition.WEBHOOK_LOG) {
            throw new IllegalArgumentException("The webhook log follows from deliveries");
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
