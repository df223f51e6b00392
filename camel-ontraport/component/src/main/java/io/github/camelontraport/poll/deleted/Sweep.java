package io.github.camelontraport.poll.deleted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.time.Instant;
import java.util.Optional;

/** A comparison of the known ids with those that exist, in ascending order, as far as it has come. */
final class Sweep {

    private final Instant began;
    private final boolean full;
    private final IdSet missing;
    private long position;
    private long confirmed = IdSet.NONE;
    /** {@code null} before the end of the comparison. */
    private Instant compared;

    private Sweep(Instant began, boolean full, long position, IdSet missing) {
        this.began = began;
        this.full = full;
        this.position = position;
        this.missing = missing;
    }

    /** @param full whether every record is read, or only the ranges whose counts differ */
    static Sweep begin(Instant now, boolean full) {
        return new Sweep(now, full, IdSet.NONE, new IdSet());
    }

    /** A sweep of the ids above this one only. */
    static Sweep above(long id, Instant now) {
        return new Sweep(now, false, id, new IdSet());
    }

    Instant began() {
        return began;
    }

    boolean full() {
        return full;
    }

    /** Everything up to this id is compared. */
    long position() {
        return position;
    }

    void position(long upTo) {
        position = upTo;
    }

    /** Known ids that were not found. Another read confirmed it for those up to {@link #confirmed}. */
    IdSet missing() {
        return missing;
    }

    long confirmed() {
        return confirmed;
    }

    void confirmed(long upTo) {
        confirmed = upTo;
    }

    /** When the comparison was complete; empty before. */
    Optional<Instant> compared() {
        return Optional.ofNullable(compared);
    }

    void compared(Instant now) {
        compared = now;
    }

    void write(ObjectNode json) {
        json.put("began", began.toString())
                .put("full", full)
                .put("position", position)
                .put("confirmed", confirmed);
        if (compared != null) {
            json.put("compared", compared.toString());
        }
    }

    static Sweep read(JsonNode json, IdSet missing) {
        Sweep sweep = new Sweep(
                Instant.parse(json.path("began").asText()),
                json.path("full").asBoolean(),
                Long.parseLong(json.path("position").asText()),
                missing);
        sweep.confirmed = Long.parseLong(json.path("confirmed").asText());
        sweep.compared =
                json.has("compared") ? Instant.parse(json.path("compared").asText()) : null;
        return sweep;
    }
}
