package io.github.camelontraport.poll.deleted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.DeliveryKey;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Records that were deleted, and how many of them were delivered. */
final class PendingDeletions {

    private final IdSet ids;
    private final Instant noticed;
    private long deliveredThrough;

    private PendingDeletions(IdSet ids, Instant noticed, long deliveredThrough) {
        this.ids = ids;
        this.noticed = noticed;
        this.deliveredThrough = deliveredThrough;
    }

    static PendingDeletions noticed(IdSet ids, Instant now) {
        return new PendingDeletions(ids, now, IdSet.NONE);
    }

    IdSet ids() {
        return ids;
    }

    boolean isDelivered() {
        return deliveredThrough >= ids.highest();
    }

    void markDelivered(RecordEvent event) {
        List<Long> next = ids.next(deliveredThrough, 1);
        if (next.isEmpty() || next.get(0) != event.id()) {
            throw new IllegalStateException("Not the event whose turn it is: " + event.deliveryKey());
        }
        deliveredThrough = event.id();
    }

    /** With the time in the key, because no source says that a record cannot come back and be deleted again. */
    List<RecordEvent> next(int most, ObjectType type) {
        return ids.next(deliveredThrough, most).stream()
                .map(id -> new RecordEvent(
                        id,
                        Long.toString(id),
                        Optional.of(noticed),
                        DeliveryKey.of("deleted", type, id, noticed.getEpochSecond()),
                        OptionalLong.empty()))
                .toList();
    }

    void write(ObjectNode json) {
        json.put("noticed", noticed.toString()).put("deliveredThrough", deliveredThrough);
    }

    static PendingDeletions read(JsonNode json, IdSet ids) {
        return read(json, ids, "deliveredThrough");
    }

    static PendingDeletions readFormatOne(JsonNode json, IdSet ids) {
        return read(json, ids, "told");
    }

    private static PendingDeletions read(JsonNode json, IdSet ids, String deliveredThrough) {
        return new PendingDeletions(
                ids,
                Instant.parse(json.path("noticed").asText()),
                Long.parseLong(json.path(deliveredThrough).asText()));
    }
}
