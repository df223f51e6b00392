package io.github.camelontraport.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Creation and change of messages, which have an endpoint of their own with other replies than the rest. */
final class MessageHandlers {

    private static final Set<String> TYPES = Set.of("e-mail", "email", "template", "sms", "task");

    /** Parameters and the fields they end up in. */
    private static final Map<String, String> FIELD_BY_PARAMETER =
            Map.of("name", "alias", "objectID", "object_type_id", "email_title", "subject");

    private final Account account;

    MessageHandlers(Account account) {
        this.account = account;
    }

    Reply create(ObjectType type, Parameters parameters) {
        StoredRecord stored = account.create(type, fields(type, parameters));
        return reply(stored.id(), stored.latest());
    }

    Reply update(ObjectType type, Parameters parameters) {
        parameters.require("id");
        StoredRecord stored = account.table(type).find(parameters.number("id")).orElseThrow(ApiException::notFound);
        account.update(type, stored, fields(type, parameters));
        return reply(Long.toString(stored.id()), stored.latest());
    }

    private static Map<String, String> fields(ObjectType type, Parameters parameters) {
        if (!TYPES.contains(parameters.require("type"))) {
            throw ApiException.invalid("Invalid value for parameter: type");
        }
        Map<String, String> fields = FieldValues.writable(type, parameters);
        FIELD_BY_PARAMETER.forEach((parameter, field) -> {
            if (parameters.text(parameter) != null) {
                fields.put(field, parameters.text(parameter));
            }
        });
        return fields;
    }

    /** @param id an integer after a creation, text after a change */
    private static Reply reply(Object id, Map<String, String> message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("date", message.get("date"));
        return Reply.data(data);
    }
}
