package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Creates and updates messages. Their endpoint and its replies differ from those of other types. */
public final class MessageHandlers {

    private static final String OBJECT_TYPE = "object_type_id";
    private static final Pattern FLAG = Pattern.compile("[01]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The allowed values of parameters, as far as known. Sources differ on the spelling of e-mail. */
    private static final Map<String, Pattern> VALUES = Map.of(
            "type",
            Pattern.compile("e-mail|email|template|sms|task"),
            "from",
            Pattern.compile("owner|custom|[0-9]+"),
            "transactional_email",
            FLAG,
            "utm_tracking",
            FLAG,
            "due_date",
            NUMBER,
            "task_form",
            NUMBER);

    /** The field of each parameter that has another name. */
    private static final Map<String, String> FIELD_BY_PARAMETER =
            Map.of("name", "alias", "objectID", OBJECT_TYPE, "email_title", "subject");

    private final RecordStore records;

    public MessageHandlers(RecordStore records) {
        this.records = records;
    }

    public AccountReply create(TypeDefinition type, RequestParameters parameters) {
        StoredRecord stored = records.create(type, fields(type, parameters));
        return reply(stored.id(), stored.latest());
    }

    public AccountReply update(TypeDefinition type, RequestParameters parameters) {
        StoredRecord stored = NamedRecord.require(records, type, parameters);
        records.update(type, stored, fields(type, parameters));
        return reply(Long.toString(stored.id()), stored.latest());
    }

    private Map<String, String> fields(TypeDefinition type, RequestParameters parameters) {
        parameters.require("type");
        VALUES.forEach((name, pattern) -> {
            String value = parameters.text(name);
            if (value != null && !pattern.matcher(value).matches()) {
                throw ApiErrorException.invalid("Invalid value for parameter: " + name);
            }
        });
        Map<String, String> fields = FieldValues.writable(type, parameters);
        FIELD_BY_PARAMETER.forEach((parameter, field) -> {
            if (parameters.text(parameter) != null) {
                fields.put(field, parameters.text(parameter));
            }
        });
        if (!FieldValues.isBlank(fields.get(OBJECT_TYPE))) {
            records.types().refuseUnknown(OBJECT_TYPE, fields.get(OBJECT_TYPE));
        }
        return fields;
    }

    /** @param id an integer after a create, text after an update */
    private static AccountReply reply(Object id, Map<String, String> message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("date", message.get("date"));
        return AccountReply.data(data);
    }
}
