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
 * The known ids, the progress of a sweep, and the deletions that are still to be delivered. After a crash one of the
 * stored texts can be newer than another, so each part is stored before the line that relies on it, and emptied after
 * the line that no longer does; applying a part twice changes nothing.
 */
final class DeletedState {

    /** Requests of a sweep between two stores. */
    private static final int STEPS = 20;
    /** Up to so many new ids have a part to themselves, because all ids together are much to write for each. */
    private static final int MAX_RECENT = 30_000;

    private static final String IDS = "ids";
    private static final String NEW = "new";
    private static final String MISSING = "missing";
    private static final String GONE = "gone";
    private static final String LATE = "late";

    private final Checkpoint checkpoint;
    private final TimeSource timing;
    private IdSet known = new IdSet();
    private IdSet recent = new IdSet();
    private boolean hasNew;
    private boolean hasState;
    private boolean ready;
    private Instant sweptAt;
    private Sweep sweep;
    private boolean missingStored;
    private PendingDeletions pending;
    private final LateIds late;
    /** When the comparison ended by the monotonic clock; {@code null} when another process made it. */
    private Long comparedAt;

    private int steps;

    DeletedState(Checkpoint checkpoint, TimeSource timing, Duration settleTime) {
        this.checkpoint = checkpoint;
        this.timing = timing;
        this.late = new LateIds(timing, settleTime);
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
        late.read(state.path(LATE), known.highest());
        if (state.has("sweep")) {
            sweep = Sweep.read(state.get("sweep"), IdSet.read(checkpoint.part(MISSING, true)));
            missingStored = true;
        }
        if (state.has("pending")) {
            pending = PendingDeletions.read(state.get("pending"), IdSet.read(checkpoint.part(GONE, true)));
        } else if (state.has("gone")) {
            pending = PendingDeletions.readFormatOne(state.get("gone"), IdSet.read(checkpoint.part(GONE, true)));
        }
        hasState = true;
    }

    Instant now() {
        return timing.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Without a stored line, parts that an older state left behind must not be taken for this one's. */
    void firstContact() {
        if (!hasState) {
            sweptAt = now();
            storeIds();
            store();
            hasState = true;
        }
    }

    /** Whether all ids that existed at first contact are known. */
    boolean isReady() {
        return ready;
    }

    void ready() {
        ready = true;
        late.settle(known.highest());
        save();
    }

    IdSet known() {
        return known;
    }

    LateIds late() {
        return late;
    }

    void learn(long id) {
        known.add(id);
        recent.add(id);
        hasNew = true;
    }

    /** A last sweep in the future counts as made now: the local clock was set back. */
    boolean isSweepDue(Duration interval) {
        sweptAt = sweptAt.isAfter(now()) ? now() : sweptAt;
        return Duration.between(sweptAt, now()).compareTo(interval) >= 0;
    }

    /** The sweep under way; {@code null} when there is none. */
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
        storeNew();
        if (sweep != null) {
            checkpoint.storePart(MISSING, sweep.missing().write());
            missingStored = true;
        }
        store();
        steps = 0;
    }

    /** The comparison is complete and found ids missing; they are looked for once more after the settle time. */
    void compared() {
        sweep.compared(now());
        comparedAt = timing.nanoTime();
        save();
    }

    /** Whether a sweep found ids missing and waits before it looks for them once more. */
    boolean isWaiting() {
        return sweep != null && sweep.compared().isPresent();
    }

    /** Whether the settle time has passed since the comparison. One in the future counts as made now. */
    boolean isComparisonSettled(Duration settleTime) {
        if (comparedAt != null) {
            return timing.nanoTime() - comparedAt >= settleTime.toNanos();
        }
        Instant compared = sweep.compared().orElseThrow();
        if (compared.isAfter(now())) {
            compared();
        }
        return Duration.between(compared, now()).compareTo(settleTime) >= 0;
    }

    /** The sweep is done, and the records of the missing ids are deleted. */
    void conclude() {
        storeNew();
        if (!sweep.missing().isEmpty()) {
            checkpoint.storePart(GONE, sweep.missing().write());
            pending = PendingDeletions.noticed(sweep.missing(), now());
        }
        if (sweep.full()) {
            sweptAt = sweep.began();
        }
        sweep = null;
        comparedAt = null;
        store();
        if (missingStored) {
            checkpoint.storePart(MISSING, "");
        }
    }

    /** The deletions to be delivered; {@code null} when there are none. */
    PendingDeletions pending() {
        return pending;
    }

    void markDelivered(RecordEvent event) {
        pending.markDelivered(event);
        store();
        forgetDelivered();
    }

    /** When all deletions are delivered, their ids are no longer known. May be repeated when it failed half way. */
    void forgetDelivered() {
        if (pending != null && pending.isDelivered()) {
            known.remove(pending.ids());
            storeIds();
            pending = null;
            store();
            checkpoint.storePart(GONE, "");
        }
    }

    private void storeNew() {
        if (recent.size() > MAX_RECENT) {
            storeIds();
        } else if (hasNew) {
            checkpoint.storePart(NEW, recent.write());
        }
        hasNew = false;
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
        late.write(state.putObject(LATE));
        if (sweep != null) {
            sweep.write(state.putObject("sweep"));
        }
        if (pending != null) {
            pending.write(state.putObject("pending"));
        }
    }
}
