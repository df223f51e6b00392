package io.github.camelontraport.poll.deleted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.time.Instant;

/** A comparison of the ids that are known with those that exist, in ascending order, as far as it has come. */
final class Sweep {

    private final Instant began;
    private final boolean full;
    private final IdSet missing;
    private long position;
    private long confirmed = IdSet.NONE;

    private Sweep(Instant began, boolean full, long position, IdSet missing) {
        this.began = began;
        this.full = full;
        this.position = position;
        this.missing = missing;
    }

    /** @param full whether every record is read, or only what the counts tell apart */
    static Sweep begin(Instant now, boolean full) {
        return new Sweep(now, full, IdSet.NONE, new IdSet());
    }

    /** Of what lies above this id only. */
    static Sweep above(long id, Instant now) {
        return new Sweep(now, false, id, new IdSet());
    }

    Instant began() {
        return began;
    }

    boolean full() {
        return full;
    }

    /** Everything up to here is compared. */
    long position() {
        return position;
    }

    void position(long upTo) {
        position = upTo;
    }

    /** Known ids that were not found; a read has confirmed it of those up to {@link #confirmed}. */
    IdSet missing() {
        return missing;
    }

    long confirmed() {
        return confirmed;
    }

    void confirmed(long upTo) {
        confirmed = upTo;
    }

    void write(ObjectNode json) {
        json.put("began", began.toString())
                .put("full", full)
                .put("position", position)
                .put("confirmed", confirmed);
    }

    static Sweep read(JsonNode json, IdSet missing) {
        Sweep sweep = new Sweep(
                Instant.parse(json.path("began").asText()),
                json.path("full").asBoolean(),
                Long.parseLong(json.path("position").asText()),
                missing);
        sweep.confirmed = Long.parseLong(json.path("confirmed").asText());
        return sweep;
    }
}
