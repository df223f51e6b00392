package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.FieldValues;
import io.github.camelontraport.sandbox.account.RuleValidator;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import io.github.camelontraport.sandbox.account.UniqueValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls that create, change and merge records. */
final class WriteHandlers {

    private final AccountState account;
    private final UniqueValues uniqueness;

    WriteHandlers(AccountState account) {
        this.account = account;
        this.uniqueness = new UniqueValues(account);
    }

    ApiReplyText create(TypeDefinition type, CallParameters parameters) {
        return create(type, parameters, FieldValues.writable(type, parameters));
    }

    ApiReplyText update(TypeDefinition type, CallParameters parameters) {
        StoredRecord stored = named(type, parameters).orElseThrow(ErrorReply::notFound);
        return ApiReplyText.data(Map.of("attrs", change(type, stored, FieldValues.writable(type, parameters))));
    }

    ApiReplyText upsert(TypeDefinition type, CallParameters parameters) {
        Map<String, String> values = FieldValues.writable(type, parameters);
        Optional<StoredRecord> existing = matching(type, parameters, values);
        if (parameters.flag("ignore_blanks")) {
            values.values().removeIf(FieldValues::isBlank);
        }
        return existing.map(stored -> merged(type, stored, values)).orElseGet(() -> create(type, parameters, values));
    }

    private ApiReplyText create(TypeDefinition type, CallParameters parameters, Map<String, String> values) {
        type.required().forEach(parameters::refuseWithout);
        FieldValues.refuseInvalidEmail(type, values);
        refuseInvalidRule(type, values, values);
        uniqueness.refuseDuplicates(type, values, null);
        return ApiReplyText.data(created(type, account.create(type, values), values));
    }

    /** Contact-like types echo what was sent and a little more, the others the whole record. */
    private static Map<String, Object> created(TypeDefinition type, StoredRecord stored, Map<String, String> values) {
        if (!type.crm()) {
            return new LinkedHashMap<>(stored.latest());
        }
        Map<String, Object> shown = new LinkedHashMap<>(values);
        shown.put(type.idField(), Long.toString(stored.id()));
        shown.put("owner", stored.latest().get("owner"));
        shown.put("use_utm_names", "false");
        return shown;
    }

    /** Where the id field has a name of its own, callers read the id beside the changes as they do after a creation. */
    private ApiReplyText merged(TypeDefinition type, StoredRecord stored, Map<String, String> values) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("attrs", change(type, stored, values));
        if (!"id".equals(type.idField())) {
            data.put(type.idField(), Long.toString(stored.id()));
        }
        return ApiReplyText.data(data);
    }

    private Map<String, String> change(TypeDefinition type, StoredRecord stored, Map<String, String> values) {
        FieldValues.refuseInvalidEmail(type, values);
        Map<String, String> result = new LinkedHashMap<>(stored.latest());
        result.putAll(values);
        refuseInvalidRule(type, values, result);
        uniqueness.refuseDuplicates(type, result, stored);
        String modified = account.update(type, stored, values);
        Map<String, String> attrs = new LinkedHashMap<>(values);
        if (modified != null) {
            attrs.put(type.modified(), modified);
        }
        attrs.put(type.idField(), Long.toString(stored.id()));
        return attrs;
    }

    /** @param rule all its fields, as they would be after the changes */
    private void refuseInvalidRule(TypeDefinition type, Map<String, String> changes, Map<String, String> rule) {
        if (type.id() == TypeDefinition.RULE && RuleValidator.concerns(changes)) {
            account.types().refuseUnknown("object_type_id", rule.get("object_type_id"));
            RuleValidator.check(rule);
        }
    }

    /** The record an update names: by id, else by unique id. */
    private Optional<StoredRecord> named(TypeDefinition type, CallParameters parameters) {
        Long id = id(type, parameters);
        if (id != null) {
            return account.table(type).find(id);
        }
        if (parameters.text("unique_id") == null) {
            throw ErrorReply.missing(type.idField());
        }
        return byUniqueId(type, parameters.text("unique_id"));
    }

    private Optional<StoredRecord> matching(
            TypeDefinition type, CallParameters parameters, Map<String, String> values) {
        Long id = id(type, parameters);
        if (id != null) {
            return account.table(type).find(id);
        }
        if (parameters.text("unique_id") != null) {
            return byUniqueId(type, parameters.text("unique_id"));
        }
        return type.matchField().flatMap(field -> uniqueness.holder(type, field.name(), values));
    }

    private Optional<StoredRecord> byUniqueId(TypeDefinition type, String uniqueId) {
        return account.table(type).all().stream()
                .filter(stored -> uniqueId.equals(stored.latest().get("unique_id")))
                .findFirst();
    }

    private static Long id(TypeDefinition type, CallParameters parameters) {
        Long id = parameters.number("id");
        return id == null ? parameters.number(type.idField()) : id;
    }
}
