package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.webhook.event.ResolvedEvent;
import io.github.camelontraport.webhook.event.WebhookEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of one webhook request.
 *
 * @param event     the API's name, such as sub_tag; may be an event that this library does not know
 * @param subject   id of the tag, form, product or object type that the event is about; empty when the request has none
 * @param typeId    id of the record's object type; empty when the request has none
 * @param webhookId id of the subscription; empty when the request has none
 * @param recordId  id of the record; 0 when an unknown event has none
 * @param data      the fields of the record that the format includes
 * @param time      time of the event; empty when the request has none
 */
public record Delivery(
        String event,
        OptionalLong subject,
        OptionalLong typeId,
        OptionalLong webhookId,
        long recordId,
        ObjectNode data,
        Optional<Instant> time) {

    private static final Pattern EVENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,99})(?:\\((\\d{1,18})\\))?");
    private static final String ID = "id";

    /**
     * Reads a delivery from its body.
     *
     * @throws RejectedDeliveryException when event or record are missing or malformed
     */
    public static Delivery parse(ObjectNode body) {
        JsonNode eventNode = body.path("event");
        Matcher event = EVENT.matcher((eventNode.isObject() ? eventNode.path("type") : eventNode).asText());
        if (!event.matches()) {
            throw RejectedDeliveryException.malformed("it names no event");
        }
        if (!(body.path("data") instanceof ObjectNode data)) {
            throw RejectedDeliveryException.malformed("it holds no record (data)");
        }
        OptionalLong type = id(body, "object_type_id");
        if (type.orElse(0) > Integer.MAX_VALUE) {
            throw RejectedDeliveryException.malformed("object_type_id is not an object type");
        }
        String name = event.group(1);
        Optional<WebhookEvent> known = WebhookEvent.ofApiName(name);
        long record = recordId(data, type);
        if (record == 0 && known.isPresent()) {
            throw RejectedDeliveryException.malformed("its record has no id");
        }
        OptionalLong subject = event.group(2) != null
                ? OptionalLong.of(Long.parseLong(event.group(2)))
                : known.map(found -> id(eventNode, found.subjectField())).orElse(OptionalLong.empty());
        return new Delivery(
                name,
                subject,
                type,
                id(body, "webhook_id"),
                record,
                data,
                id(body, "timestamp").stream().mapToObj(Delivery::time).findFirst());
    }

    /** Some object types have an id field with another name. */
    private static long recordId(ObjectNode data, OptionalLong type) {
        String idField = type.stream()
                .mapToObj(Long::toString)
                .map(id -> ObjectTypes.find(id).orElseThrow().idField())
                .findFirst()
                .orElse(ID);
        return id(data, idField).orElse(id(data, ID).orElse(0));
    }

    private static Instant time(long seconds) {
        if (seconds >= 1L << 40) {
            throw RejectedDeliveryException.malformed("its timestamp is not a time in Unix seconds");
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static OptionalLong id(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isValueNode() && value.asText().isEmpty())) {
            return OptionalLong.empty();
        }
        if (!value.asText().matches("\\d{1,18}")) {
            throw RejectedDeliveryException.malformed(field + " is not a number");
        }
        return OptionalLong.of(Long.parseLong(value.asText()));
    }

    /** Whether the record has no field but its id. */
    public boolean hasOnlyId() {
        return data.size() == 1;
    }

    /** Whether this is a delivery of the event. An id that the request does not have counts as equal. */
    public boolean isOf(ResolvedEvent resolved) {
        return WebhookEvent.ofApiName(event).filter(resolved.event()::equals).isPresent()
                && subject.orElse(resolved.subject()) == resolved.subject()
                && (!resolved.event().hasFixedType()
                        || typeId.orElse(resolved.type().id())
                                == resolved.type().id());
    }

    /** The type of the record: the request's, else that of the event. */
    public ObjectType type(ResolvedEvent resolved) {
        long id = typeId.orElse(resolved.type().id());
        return id == resolved.type().id()
                ? resolved.type()
                : ObjectTypes.find(Long.toString(id)).orElseThrow();
    }
}
