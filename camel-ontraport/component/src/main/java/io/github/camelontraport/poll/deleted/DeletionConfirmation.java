package io.github.camelontraport.poll.deleted;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides when missing ids are deleted records. Copies of the database can lag, so missing ids are looked for once more in
 * a read that begins {@code settleTime} after the comparison. A record that is only left out of lists or counts is not
 * deleted.
 */
final class DeletionConfirmation {

    private final IdInventory inventory;
    private final DeletedState state;
    private final Duration settleTime;

    DeletionConfirmation(IdInventory inventory, DeletedState state, Duration settleTime) {
        this.inventory = inventory;
        this.state = state;
        this.settleTime = settleTime;
    }

    /** Ends the sweep under way if the settle time has passed since its comparison. */
    void concludeIfSettled() {
        if (state.isComparisonSettled(settleTime)) {
            confirm(state.sweep());
            state.conclude();
        }
    }

    private void confirm(Sweep sweep) {
        List<Long> next = sweep.missing().next(sweep.confirmed(), IdInventory.PAGE);
        while (!next.isEmpty()) {
            confirm(sweep, next);
            sweep.confirmed(next.get(next.size() - 1));
            state.stepped();
            next = sweep.missing().next(sweep.confirmed(), IdInventory.PAGE);
        }
    }

    /** While some of them still exist, the server may have left out others of them too. */
    private void confirm(Sweep sweep, List<Long> missing) {
        Set<Long> left = new TreeSet<>(missing);
        List<Long> existing;
        do {
            existing = inventory.existing(List.copyOf(left));
            existing.forEach(sweep.missing()::remove);
            existing.forEach(left::remove);
        } while (!existing.isEmpty() && !left.isEmpty());
    }
}
