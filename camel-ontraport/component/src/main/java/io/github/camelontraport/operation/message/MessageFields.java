package io.github.camelontraport.operation.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.call.JsonFields;
import io.github.camelontraport.value.ValueEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of an Ontraport message, checked against what its type has. */
public final class MessageFields {

    private static final String TYPE = "type";
    private static final String FROM = "from";
    private static final String SENDER_NAME = "send_out_name";
    private static final String CUSTOM = "custom";
    private static final List<String> OF_CUSTOM = List.of(SENDER_NAME, "reply_to_email");
    /** Present in a message that was read; its combination of sender fields is the account's own and is not checked. */
    private static final String LAST_SAVED = "last_save";

    private MessageFields() {}

    public static ObjectNode of(Map<String, Object> record, Capability capability, ValueEncoder encoder) {
        ObjectNode fields = encoder.record(record);
        if (fields.isEmpty()) {
            return fields;
        }
        if (!JsonFields.hasText(fields, TYPE)) {
            throw new InvalidInputException(
                    "A message needs its type, to be created and to be updated: one of " + MessageType.names());
        }
        MessageType type = MessageType.of(fields.get(TYPE).asText());
        if (capability == Capability.CREATE && fields.size() == 1) {
            throw new InvalidInputException("The message has nothing but its type");
        }
        boolean read = fields.has(LAST_SAVED);
        fields.put(TYPE, type.text());
        for (Map.Entry<String, JsonNode> field : List.copyOf(fields.properties())) {
            check(field.getKey(), field.getValue(), type).ifPresent(text -> fields.put(field.getKey(), text));
        }
        join(fields, "name", "alias");
        join(fields, "objectID", "object_type_id");
        if (!read) {
            checkSender(fields, capability);
        }
        return fields;
    }

    /** The API's form of a value; empty to leave it as it is. */
    private static Optional<String> check(String name, JsonNode value, MessageType type) {
        if (name.equals(TYPE) || MessageParameter.READ_ONLY.contains(name)) {
            return Optional.empty();
        }
        MessageParameter parameter = MessageParameter.named(name).orElseThrow(() -> unknown(name));
        if (isUnset(value)) {
            return Optional.empty();
        }
        if (!parameter.types().contains(type)) {
            throw new InvalidInputException("Field '" + name + "' is for messages of type "
                    + parameter.types().stream().map(MessageType::text).collect(Collectors.joining(", ")) + ", not "
                    + type.text());
        }
        return value.isContainerNode()
                ? Optional.empty()
                : Optional.of(parameter.argumentType().read(value.asText(), "Field '" + name + "'"));
    }

    /** A message that was read has the fields of all types; those of other types are empty or 0. */
    private static boolean isUnset(JsonNode value) {
        return !value.isContainerNode()
                && (value.asText().isBlank() || value.asText().equals("0"));
    }

    private static InvalidInputException unknown(String name) {
        List<String> names =
                MessageParameter.all().stream().map(MessageParameter::name).toList();
        return new InvalidInputException("Messages have no field '" + name + "', and the API would ignore it."
                + Suggestions.hint(name, names) + " Fields are " + names);
    }

    /** Two names of one parameter: the second is sent. */
    private static void join(ObjectNode fields, String other, String sent) {
        JsonNode given = fields.remove(other);
        if (given == null || (given.asText().isBlank() && fields.has(sent))) {
            return;
        }
        if (fields.hasNonNull(sent) && !fields.get(sent).asText().equals(given.asText())) {
            throw new InvalidInputException("Fields '" + other + "' and '" + sent + "' are the same, but given as '"
                    + given.asText() + "' and '" + fields.get(sent).asText() + "'");
        }
        fields.set(sent, given);
    }

    private static void checkSender(ObjectNode fields, Capability capability) {
        String from = fields.path(FROM).asText();
        if (from.equals(CUSTOM) && capability == Capability.CREATE && !JsonFields.hasText(fields, SENDER_NAME)) {
            throw new InvalidInputException("Field 'from' is custom, so that 'send_out_name' is needed");
        }
        OF_CUSTOM.stream()
                .filter(name ->
                        JsonFields.hasText(fields, name) && JsonFields.hasText(fields, FROM) && !from.equals(CUSTOM))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInputException(
                            "Field '" + name + "' is for a message whose 'from' is custom, not " + from);
                });
    }
}
