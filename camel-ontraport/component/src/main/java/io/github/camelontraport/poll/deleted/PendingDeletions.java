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

/** Records that are gone, and up to which id it was told. */
final class PendingDeletions {

    private final IdSet ids;
    private final Instant noticed;
    private long told;

    private PendingDeletions(IdSet ids, Instant noticed, long told) {
        this.ids = ids;
        this.noticed = noticed;
        this.told = told;
    }

    static PendingDeletions noticed(IdSet ids, Instant now) {
        return new PendingDeletions(ids, now, IdSet.NONE);
    }

    IdSet ids() {
        return ids;
    }

    boolean isTold() {
        return told >= ids.highest();
    }

    void markDelivered(RecordEvent occurrence) {
        List<Long> turn = ids.next(told, 1);
        if (turn.isEmpty() || turn.get(0) != occurrence.id()) {
            throw new IllegalStateException("Not the occurrence whose turn it is: " + occurrence.deliveryKey());
        }
        told = occurrence.id();
    }

    /** With the moment in the key, as nobody says that a record cannot come back and be deleted again. */
    List<RecordEvent> next(int most, ObjectType type) {
        return ids.next(told, most).stream()
                .map(id -> new RecordEvent(
                        id,
                        Long.toString(id),
                        Optional.of(noticed),
                        DeliveryKey.of("deleted", type, id, noticed.getEpochSecond()),
                        OptionalLong.empty()))
                .toList();
    }

    void write(ObjectNode json) {
        json.put("noticed", noticed.toString()).put("told", told);
    }

    static PendingDeletions read(JsonNode json, IdSet ids) {
        return new PendingDeletions(
                ids,
                Instant.parse(json.path("noticed").asText()),
                Long.parseLong(json.path("told").asText()));
    }
}
