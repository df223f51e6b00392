package io.github.camelontraport.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.webhook.event.WebhookEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Ontraport tells in one request.
 *
 * @param event     as the API names it, such as sub_tag; perhaps one that this library does not know
 * @param subject   id of the tag, form, product or object type that the event is about, when it is told
 * @param typeId    id of the record's object type, when it is told
 * @param webhookId id of the subscription, when it is told
 * @param recordId  the record's; 0 when an event that this library does not know tells none
 * @param data      the record, as far as the format tells it
 * @param time      when it happened, when it is told
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

    /** @throws RejectedDeliveryException when it lacks the event or the record, or they cannot be read */
    public static Delivery of(ObjectNode body) {
        JsonNode told = body.path("event");
        Matcher event = EVENT.matcher((told.isObject() ? told.path("type") : told).asText());
        if (!event.matches()) {
            throw RejectedDeliveryException.malformed("it names no event");
        }
        if (!(body.path("data") instanceof ObjectNode data)) {
            throw RejectedDeliveryException.malformed("it holds no record (data)");
        }
        OptionalLong type = id(body, "object_type_id");
        String name = event.group(1);
        Optional<WebhookEvent> known = WebhookEvent.named(name);
        long record = recordId(data, type);
        if (record == 0 && known.isPresent()) {
            throw RejectedDeliveryException.malformed("its record has no id");
        }
        OptionalLong subject = event.group(2) != null
                ? OptionalLong.of(Long.parseLong(event.group(2)))
                : known.map(ours -> id(told, ours.subjectField())).orElse(OptionalLong.empty());
        return new Delivery(
                name,
                subject,
                type,
                id(body, "webhook_id"),
                record,
                data,
                id(body, "timestamp").stream().mapToObj(Delivery::time).findFirst());
    }

    /** Some types have it under a name of their own. */
    private static long recordId(ObjectNode data, OptionalLong type) {
        String ownName = type.stream()
                .mapToObj(Long::toString)
                .filter(id -> id.length() < 10)
                .map(id -> ObjectTypes.find(id).orElseThrow().idField())
                .findFirst()
                .orElse(ID);
        return id(data, ownName).orElse(id(data, ID).orElse(0));
    }

    private static Instant time(long seconds) {
        if (seconds >= 1L << 40) {
            throw RejectedDeliveryException.malformed("its timestamp is no time in Unix seconds");
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static OptionalLong id(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()
                || value.isNull()
                || value.isValueNode() && value.asText().isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.asText().matches("\\d{1,18}")) {
            throw RejectedDeliveryException.malformed(field + " is no number");
        }
        return OptionalLong.of(Long.parseLong(value.asText()));
    }

    /** Whether of the record only the id is told. */
    public boolean hasOnlyTheId() {
        return data.size() == 1;
    }
}
