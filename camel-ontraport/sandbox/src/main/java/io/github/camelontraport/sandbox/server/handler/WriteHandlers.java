package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.record.UniqueValues;
import io.github.camelontraport.sandbox.account.rule.RuleValidator;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Creates, updates and merges records. */
public final class WriteHandlers {

    private final RecordStore records;
    private final UniqueValues uniqueness;

    public WriteHandlers(RecordStore records) {
        this.records = records;
        this.uniqueness = new UniqueValues(records);
    }

    public AccountReply create(TypeDefinition type, RequestParameters parameters) {
        return create(type, parameters, FieldValues.writable(type, parameters));
    }

    public AccountReply update(TypeDefinition type, RequestParameters parameters) {
        StoredRecord stored = named(type, parameters).orElseThrow(ApiErrorException::notFound);
        return AccountReply.data(Map.of("attrs", change(type, stored, FieldValues.writable(type, parameters))));
    }

    public AccountReply upsert(TypeDefinition type, RequestParameters parameters) {
        Map<String, String> values = FieldValues.writable(type, parameters);
        Optional<StoredRecord> existing = matching(type, parameters, values);
        if (parameters.flag("ignore_blanks")) {
            values.values().removeIf(FieldValues::isBlank);
        }
        return existing.map(stored -> merged(type, stored, values)).orElseGet(() -> create(type, parameters, values));
    }

    public AccountReply create(TypeDefinition type, RequestParameters parameters, Map<String, String> values) {
        type.required().forEach(parameters::refuseWithout);
        FieldValues.refuseInvalidEmail(type, values);
        refuseInvalidRule(type, values, values);
        uniqueness.refuseDuplicates(type, values, null);
        return AccountReply.data(created(type, records.create(type, values), values));
    }

    /** Contact-like types echo the given fields and a few more, other types the whole record. */
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

    /** Types with a special id field also return that id beside {@code attrs}, as after a creation. */
    private AccountReply merged(TypeDefinition type, StoredRecord stored, Map<String, String> values) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("attrs", change(type, stored, values));
        if (!"id".equals(type.idField())) {
            data.put(type.idField(), Long.toString(stored.id()));
        }
        return AccountReply.data(data);
    }

    private Map<String, String> change(TypeDefinition type, StoredRecord stored, Map<String, String> values) {
        FieldValues.refuseInvalidEmail(type, values);
        Map<String, String> result = new LinkedHashMap<>(stored.latest());
        result.putAll(values);
        refuseInvalidRule(type, values, result);
        uniqueness.refuseDuplicates(type, result, stored);
        Map<String, String> attrs = new LinkedHashMap<>(values);
        if (records.switches().omitsUnchanged()) {
            attrs.entrySet().removeAll(stored.latest().entrySet());
        }
        String modified = records.update(type, stored, values);
        if (modified != null) {
            attrs.put(type.modified(), modified);
        }
        attrs.put(type.idField(), Long.toString(stored.id()));
        return attrs;
    }

    /** @param rule all fields of the rule after the changes */
    private void refuseInvalidRule(TypeDefinition type, Map<String, String> changes, Map<String, String> rule) {
        if (type.id() == TypeDefinition.RULE && RuleValidator.concerns(changes)) {
            records.types().refuseUnknown("object_type_id", rule.get("object_type_id"));
            RuleValidator.check(rule);
        }
    }

    /** The record that an update names by id, else by unique id. */
    private Optional<StoredRecord> named(TypeDefinition type, RequestParameters parameters) {
        Long id = id(type, parameters);
        if (id != null) {
            return records.table(type).find(id);
        }
        if (parameters.text("unique_id") == null) {
            throw ApiErrorException.missing(type.idField());
        }
        return byUniqueId(type, parameters.text("unique_id"));
    }

    /** The record that an upsert merges into: by id, else by unique id, else by the match field of the type. */
    private Optional<StoredRecord> matching(
            TypeDefinition type, RequestParameters parameters, Map<String, String> values) {
        Long id = id(type, parameters);
        Optional<StoredRecord> byId =
                id == null ? Optional.empty() : records.table(type).find(id);
        return byId.or(() -> Optional.ofNullable(parameters.text("unique_id"))
                        .flatMap(uniqueId -> byUniqueId(type, uniqueId)))
                .or(() -> byMatchField(type, values));
    }

    private Optional<StoredRecord> byMatchField(TypeDefinition type, Map<String, String> values) {
        return type.matchField().flatMap(field -> uniqueness.holder(type, field.name(), values));
    }

    private Optional<StoredRecord> byUniqueId(TypeDefinition type, String uniqueId) {
        return records.table(type).all().stream()
                .filter(stored -> uniqueId.equals(stored.latest().get("unique_id")))
                .findFirst();
    }

    private static Long id(TypeDefinition type, RequestParameters parameters) {
        Long id = parameters.number("id");
        return id == null ? parameters.number(type.idField()) : id;
    }
}
