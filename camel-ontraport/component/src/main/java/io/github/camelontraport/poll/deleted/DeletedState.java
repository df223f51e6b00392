package io.github.camelontraport.poll.deleted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is known of the records, how far a sweep has come, and what is still to be told. Of the texts that it is stored in
 * one can be newer than the other after a crash, so each part is stored before the line that relies on it, and is emptied
 * after the line that no longer does; applying a part twice changes nothing.
 */
final class DeletedState {

    /** Between two stored states of a sweep. */
    private static final int STEPS = 20;
    /** So many new ids are kept in a part of their own, because all together are much to write for each. */
    private static final int RECENT = 30_000;

    private static final String IDS = "ids";
    private static final String NEW = "new";
    private static final String MISSING = "missing";
    private static final String GONE = "gone";

    private final Checkpoint checkpoint;
    private final TimeSource timing;
    private IdSet known = new IdSet();
    private IdSet recent = new IdSet();
    private boolean learnt;
    private boolean contacted;
    private boolean ready;
    private Instant sweptAt;
    private Sweep sweep;
    private boolean missingStored;
    private PendingDeletions gone;
    private int steps;

    DeletedState(Checkpoint checkpoint, TimeSource timing) {
        this.checkpoint = checkpoint;
        this.timing = timing;
    }

    void open() {
        checkpoint.read().ifPresent(state -> checkpoint.reading(state, this::read));
    }

    private void read(JsonNode state) {
        if (!state.path("ready").isBoolean()) {
            throw new IllegalArgumentException("ready is missing");
        }
        ready = state.path("ready").asBoolean();
        sweptAt = Instant.parse(state.path("sweptAt").asText());
        known = IdSet.read(checkpoint.part(IDS, true));
        recent = IdSet.read(checkpoint.part(NEW, true));
        known.add(recent);
        if (state.has("sweep")) {
            sweep = Sweep.read(state.get("sweep"), IdSet.read(checkpoint.part(MISSING, true)));
            missingStored = true;
        }
        if (state.has("gone")) {
            gone = PendingDeletions.read(state.get("gone"), IdSet.read(checkpoint.part(GONE, true)));
        }
        contacted = true;
    }

    Instant now() {
        return timing.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Nothing was stored before: parts of a state whose line was removed must not pass for this one's. */
    void contact() {
        if (!contacted) {
            sweptAt = now();
            storeIds();
            store();
            contacted = true;
        }
    }

    /** Whether all that existed at first contact is known. */
    boolean isReady() {
        return ready;
    }

    void ready() {
        ready = true;
        save();
    }

    IdSet known() {
        return known;
    }

    void learn(long id) {
        known.add(id);
        recent.add(id);
        learnt = true;
    }

    /** A last sweep in the future was now: our clock was set back. */
    boolean isSweepDue(Duration interval) {
        sweptAt = sweptAt.isAfter(now()) ? now() : sweptAt;
        return Duration.between(sweptAt, now()).compareTo(interval) >= 0;
    }

    /** The sweep under way; {@code null} for none. */
    Sweep sweep() {
        return sweep;
    }

    void sweep(boolean full) {
        sweep = Sweep.begin(now(), full);
    }

    void stepped() {
        if (++steps >= STEPS) {
            save();
        }
    }

    void save() {
        storeLearnt();
        if (sweep != null) {
            checkpoint.storePart(MISSING, sweep.missing().write());
            missingStored = true;
        }
        store();
        steps = 0;
    }

    /** The sweep is done, and what is missing is gone. */
    void conclude() {
        storeLearnt();
        if (!sweep.missing().isEmpty()) {
            checkpoint.storePart(GONE, sweep.missing().write());
            gone = PendingDeletions.noticed(sweep.missing(), now());
        }
        if (sweep.full()) {
            sweptAt = sweep.began();
        }
        sweep = null;
        store();
        if (missingStored) {
            checkpoint.storePart(MISSING, "");
        }
    }

    /** What is to be told; {@code null} for nothing. */
    PendingDeletions gone() {
        return gone;
    }

    void markDelivered(RecordEvent occurrence) {
        gone.markDelivered(occurrence);
        store();
        forgetTold();
    }

    /** When all of it is told, it is no longer known. May be done again when it failed half way. */
    void forgetTold() {
        if (gone != null && gone.isTold()) {
            known.remove(gone.ids());
            storeIds();
            gone = null;
            store();
            checkpoint.storePart(GONE, "");
        }
    }

    private void storeLearnt() {
        if (recent.size() > RECENT) {
            storeIds();
        } else if (learnt) {
            checkpoint.storePart(NEW, recent.write());
        }
        learnt = false;
    }

    private void storeIds() {
        checkpoint.storePart(IDS, known.write());
        recent = new IdSet();
        checkpoint.storePart(NEW, recent.write());
    }

    private void store() {
        checkpoint.store(this::write);
    }

    private void write(ObjectNode state) {
        state.put("ready", ready).put("sweptAt", sweptAt.toString());
        if (sweep != null) {
            sweep.write(state.putObject("sweep"));
        }
        if (gone != null) {
            gone.write(state.putObject("gone"));
        }
    }
}
