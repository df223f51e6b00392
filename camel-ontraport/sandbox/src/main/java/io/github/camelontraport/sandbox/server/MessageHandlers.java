package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.FieldValues;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Creation and change of messages, which have an endpoint of their own with other replies than the rest. */
final class MessageHandlers {

    private static final String OBJECT_TYPE = "object_type_id";
    private static final Pattern FLAG = Pattern.compile("[01]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** What parameters may be, as far as that is known. Sources differ on how e-mail is written. */
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

    /** Parameters and the fields they end up in. */
    private static final Map<String, String> FIELD_BY_PARAMETER =
            Map.of("name", "alias", "objectID", OBJECT_TYPE, "email_title", "subject");

    private final AccountState account;

    MessageHandlers(AccountState account) {
        this.account = account;
    }

    ApiReplyText create(TypeDefinition type, CallParameters parameters) {
        StoredRecord stored = account.create(type, fields(type, parameters));
        return reply(stored.id(), stored.latest());
    }

    ApiReplyText update(TypeDefinition type, CallParameters parameters) {
        parameters.require("id");
        StoredRecord stored = account.table(type).find(parameters.number("id")).orElseThrow(ErrorReply::notFound);
        account.update(type, stored, fields(type, parameters));
        return reply(Long.toString(stored.id()), stored.latest());
    }

    private Map<String, String> fields(TypeDefinition type, CallParameters parameters) {
        parameters.require("type");
        VALUES.forEach((name, pattern) -> {
            String value = parameters.text(name);
            if (value != null && !pattern.matcher(value).matches()) {
                throw ErrorReply.invalid("Invalid value for parameter: " + name);
            }
        });
        Map<String, String> fields = FieldValues.writable(type, parameters);
        FIELD_BY_PARAMETER.forEach((parameter, field) -> {
            if (parameters.text(parameter) != null) {
                fields.put(field, parameters.text(parameter));
            }
        });
        if (!FieldValues.isBlank(fields.get(OBJECT_TYPE))) {
            account.types().refuseUnknown(OBJECT_TYPE, fields.get(OBJECT_TYPE));
        }
        return fields;
    }

    /** @param id an integer after a creation, text after a change */
    private static ApiReplyText reply(Object id, Map<String, String> message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("date", message.get("date"));
        return ApiReplyText.data(data);
    }
}
