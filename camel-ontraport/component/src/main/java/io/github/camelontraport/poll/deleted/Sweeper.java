package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.time.Duration;
import java.util.List;

/** Looks for deleted records: reads all ids at first contact; later compares the count, and sweeps where it differs. */
final class Sweeper {

    private final IdInventory inventory;
    private final DeletedState state;
    private final Duration interval;
    private final DeletionConfirmation confirmation;
    private final DeletionThreshold threshold;
    private final SweepDiff diff;

    Sweeper(PollingClient client, PollSpec spec, DeletedState state) {
        this.inventory = new IdInventory(client, spec.type());
        this.state = state;
        this.interval = spec.sweepInterval();
        this.confirmation = new DeletionConfirmation(inventory, state, spec.settleTime());
        this.threshold = new DeletionThreshold(spec.type(), spec.maxDeleted());
        this.diff = new SweepDiff(inventory, state, threshold);
    }

    /** The number of records up to an id. Known ids above it are missing. */
    private record Count(long upTo, long records) {}

    void sweep() {
        state.firstContact();
        if (!state.isReady()) {
            learn();
            state.ready();
            return;
        }
        Count count = count();
        state.save();
        if (state.isWaiting()) {
            confirmation.concludeIfSettled();
            return;
        }
        IdSet known = state.known();
        threshold.check(known.size(), known.size() - count.records);
        if (state.sweep() != null || needsSweep(count)) {
            sweep(state.sweep(), count);
        }
    }

    /** Reads the ids above the known ones: new records, or at first contact all records, or the rest of them. */
    private void learn() {
        diff.read(Sweep.above(state.known().highest(), state.now()), Long.MAX_VALUE);
    }

    /** Learns the ids of records that became visible after records with higher ids. */
    private void learnLate(IdInventory.Head head) {
        LateIds late = state.late();
        head.ids().stream()
                .filter(id -> id <= state.known().highest() && !state.known().contains(id))
                .forEach(state::learn);
        late.readable().ifPresent(upTo -> {
            if (head.lowest() > late.settled() + 1) {
                diff.read(Sweep.above(late.settled(), state.now()), upTo);
            }
            late.settle(upTo);
        });
    }

    private Count count() {
        IdSet known = state.known();
        IdInventory.Head head = inventory.head();
        learnLate(head);
        boolean grown = head.highest() > known.highest();
        if (grown) {
            learn();
        }
        state.late().seen(known.highest());
        if (!grown) {
            return new Count(head.highest(), head.count().orElseGet(() -> count(head.highest())));
        }
        // Records that were created after the first request are not in its count, so it can only show that none is
        // missing.
        boolean complete = head.count().orElse(-1) == known.count(IdSet.NONE, head.highest());
        return new Count(known.highest(), complete ? known.size() : count(known.highest()));
    }

    private long count(long upTo) {
        return inventory.count(IdSet.NONE, upTo, upTo + 1);
    }

    private boolean needsSweep(Count count) {
        IdSet known = state.known();
        long before = known.count(IdSet.NONE, count.upTo);
        boolean differs = before != count.records;
        if (state.isSweepDue(interval) || (differs && SweepDiff.isReadingCheaper(before, count.records))) {
            state.sweep(true);
            return true;
        }
        if (differs || count.upTo < known.highest()) {
            state.sweep(false);
            return true;
        }
        return false;
    }

    private void sweep(Sweep sweep, Count count) {
        if (sweep.full()) {
            diff.read(sweep, Long.MAX_VALUE);
        } else {
            search(sweep, count);
        }
        if (sweep.missing().isEmpty()) {
            state.conclude();
        } else {
            state.compared();
            confirmation.concludeIfSettled();
        }
    }

    private void search(Sweep sweep, Count count) {
        if (sweep.position() < count.upTo) {
            long left = sweep.position() == IdSet.NONE
                    ? count.records
                    : inventory.count(sweep.position(), count.upTo, count.records);
            diff.search(sweep, count.upTo, left);
        }
        if (sweep.position() < state.known().highest()) {
            diff.compare(sweep, List.of(), state.known().highest());
        }
    }
}
