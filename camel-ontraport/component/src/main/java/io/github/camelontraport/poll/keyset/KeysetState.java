package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.WatermarkTracker;

/**
 * The stored state of a poller: the watermark, below which everything is done, and the rows above it that were
 * delivered.
 */
final class KeysetState {

    /** At most this many rows are written with each event; more go to a part of their own. */
    private static final int MAX_RECENT = 500;

    private static final String PART = "log";
    private static final String PART_OF_FORMAT_ONE = "delivered";

    private final Checkpoint checkpoint;
    private final EventStrategy strategy;
    private final ServerClockWatch clock;
    private final WatermarkTracker tracker;
    private final DeliveredLog log;
    private Position watermark;
    /** Nothing at or below this main number is delivered. */
    private long floor = Long.MIN_VALUE;

    private boolean hasPart;
    private boolean hasPartOfFormatOne;

    KeysetState(Checkpoint checkpoint, EventStrategy strategy, ServerClockWatch clock, WatermarkTracker tracker) {
        this.checkpoint = checkpoint;
        this.strategy = strategy;
        this.clock = clock;
        this.tracker = tracker;
        this.log = strategy.log();
    }

    /** @return whether there was a state */
    boolean open() {
        checkpoint.read().ifPresent(state -> checkpoint.reading(state, this::read));
        return watermark != null;
    }

    private void read(JsonNode state) {
        if (Checkpoint.format(state) == 1) {
            readFormatOne(state);
        } else {
            Position stored = new Position(
                    integer(state, "watermark"), state.has("within") ? integer(state, "within") : Long.MAX_VALUE);
            hasPart = state.path("hasPart").asBoolean();
            // A part that the state does not name belongs to a state that was removed to begin anew.
            String all = hasPart ? checkpoint.part(PART, true) : "";
            log.read(all, state.path("delivered").asText(), stored);
            strategy.read(state);
            floor = integer(state, "start");
            watermark = stored;
        }
        clock.read(state);
        tracker.read(state.path("seen"));
    }

    private void readFormatOne(JsonNode state) {
        Position stored = Position.through(integer(state, "bound"));
        hasPartOfFormatOne = state.path("parted").asBoolean();
        String all = hasPartOfFormatOne ? log.ofFormatOne(checkpoint.part(PART_OF_FORMAT_ONE, true)) : "";
        log.read(all, log.ofFormatOne(state.path("delivered").asText()), stored);
        watermark = stored;
    }

    private static long integer(JsonNode state, String field) {
        if (!state.path(field).isIntegralNumber()) {
            throw new IllegalArgumentException(field + " is no number");
        }
        return state.path(field).asLong();
    }

    /** {@code null} before first contact. */
    Position watermark() {
        return watermark;
    }

    DeliveredLog log() {
        return log;
    }

    WatermarkTracker tracker() {
        return tracker;
    }

    /** Raises the watermark to this place, and over all rows that follow it without a gap. */
    void raise(Position through) {
        watermark = log.advance(watermark.max(through));
        log.forget(watermark);
        tracker.forget(watermark.isWhole() ? watermark.main() : watermark.main() - 1);
    }

    /**
     * First contact: everything above this main number is to be delivered.
     *
     * @param never nothing at or below this main number, even if the server's clock is set back
     */
    void begin(long main, long never) {
        floor = never;
        watermark = Position.through(main);
    }

    /** Nothing at or below this main number is delivered. */
    long floor() {
        return floor;
    }

    /** Sets the watermark back, so that everything above it is read again. */
    void lower(long main) {
        watermark = Position.through(main);
        log.lower(watermark);
    }

    /** The highest main number that was seen. */
    long highest() {
        long marked = tracker.highest().orElse(watermark.main());
        return Math.max(watermark.main(), Math.max(marked, log.highest()));
    }

    /**
     * Removes everything above this main number, which the account does not have. The part is stored first: a restart
     * before the line is stored compares the account once more.
     */
    void removeAbove(long main) {
        log.removeAbove(main);
        tracker.removeAbove(main);
        if (main < watermark.main()) {
            lower(main);
        }
        if (hasPart) {
            checkpoint.storePart(PART, log.all());
        }
    }

    /**
     * As {@link DeliveredLog#reopen}. The part is stored first: a restart before the line is stored finds the clock set
     * back once more.
     */
    boolean reopen(long main) {
        boolean reopened = log.reopen(Position.through(main));
        if (reopened && hasPart) {
            checkpoint.storePart(PART, log.all());
        }
        return reopened;
    }

    /** Stores what could not be stored before. */
    void flush() {
        checkpoint.flush();
    }

    void store() {
        if (log.recentSize() >= MAX_RECENT || hasPartOfFormatOne) {
            if (!hasPartOfFormatOne) {
                // The part is written without the rows that the new watermark covers, so the watermark is stored
                // before.
                storeLine();
            }
            hasPart = true;
            checkpoint.storePart(PART, log.all());
        }
        boolean partIsEmpty = hasPart && log.size() == 0;
        hasPart &= !partIsEmpty;
        storeLine();
        if (partIsEmpty) {
            checkpoint.storePart(PART, "");
        }
        if (hasPartOfFormatOne) {
            hasPartOfFormatOne = false;
            checkpoint.storePart(PART_OF_FORMAT_ONE, "");
        }
    }

    private void storeLine() {
        checkpoint.store(this::write, clock.serverTime());
    }

    private void write(ObjectNode state) {
        state.put("start", floor).put("watermark", watermark.main());
        if (!watermark.isWhole()) {
            state.put("within", watermark.within());
        }
        strategy.write(state);
        tracker.write(state.putArray("seen"));
        state.put("delivered", log.recent()).put("hasPart", hasPart);
    }
}
