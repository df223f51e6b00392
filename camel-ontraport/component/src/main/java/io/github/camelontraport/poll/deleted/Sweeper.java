package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for records that are gone. Learns what there is at first; then asks for the count, and sweeps if need be. */
final class Sweeper {

    private final IdInventory census;
    private final DeletedState state;
    private final Duration interval;
    private final DeletionThreshold guard;
    private final SweepDiff comparison;

    Sweeper(PollingClient source, PollSpec watch, DeletedState state) {
        this.census = new IdInventory(source, watch.type());
        this.state = state;
        this.interval = watch.sweepInterval();
        this.guard = new DeletionThreshold(watch.type(), watch.maxDeleted());
        this.comparison = new SweepDiff(census, state, guard);
    }

    /** How many records there are up to an id; known ones above it are missing. */
    private record Tally(long upTo, long count) {}

    void sweep() {
        state.contact();
        if (!state.isReady()) {
            learn();
            state.ready();
            return;
        }
        Tally tally = tally();
        state.save();
        IdSet known = state.known();
        guard.check(known.size(), known.size() - tally.count);
        if (state.sweep() != null || needsSweep(tally)) {
            sweep(state.sweep(), tally);
        }
    }

    /** Everything new has a higher id; also the beginning, when nothing is known, and its continuation. */
    private void learn() {
        comparison.read(Sweep.above(state.known().highest(), state.now()), Long.MAX_VALUE);
    }

    private Tally tally() {
        IdSet known = state.known();
        IdInventory.Head head = census.head();
        if (head.highest() <= known.highest()) {
            return new Tally(head.highest(), head.count().orElseGet(() -> count(head.highest())));
        }
        learn();
        // What was created after the first request is not in its count, so it only tells that nothing is missing.
        boolean complete = head.count().orElse(-1) == known.count(IdSet.NONE, head.highest());
        return new Tally(known.highest(), complete ? known.size() : count(known.highest()));
    }

    private long count(long upTo) {
        return census.count(IdSet.NONE, upTo, upTo + 1);
    }

    private boolean needsSweep(Tally tally) {
        IdSet known = state.known();
        long before = known.count(IdSet.NONE, tally.upTo);
        boolean differs = before != tally.count;
        if (state.isSweepDue(interval) || (differs && SweepDiff.isReadingCheaper(before, tally.count))) {
            state.sweep(true);
            return true;
        }
        if (differs || tally.upTo < known.highest()) {
            state.sweep(false);
            return true;
        }
        return false;
    }

    private void sweep(Sweep sweep, Tally tally) {
        if (sweep.full()) {
            comparison.read(sweep, Long.MAX_VALUE);
        } else {
            search(sweep, tally);
        }
        confirm(sweep);
        state.conclude();
    }

    private void search(Sweep sweep, Tally tally) {
        if (sweep.position() < tally.upTo) {
            long count = sweep.position() == IdSet.NONE
                    ? tally.count
                    : census.count(sweep.position(), tally.upTo, tally.count);
            comparison.search(sweep, tally.upTo, count);
        }
        if (sweep.position() < state.known().highest()) {
            comparison.compare(sweep, List.of(), state.known().highest());
        }
    }

    /** As long as some of them are there, the server may have left out others of them too. */
    private void confirm(Sweep sweep, List<Long> doubtful) {
        Set<Long> left = new TreeSet<>(doubtful);
        List<Long> there;
        do {
            there = census.existing(List.copyOf(left));
            there.forEach(sweep.missing()::remove);
            there.forEach(left::remove);
        } while (!there.isEmpty() && !left.isEmpty());
    }

    /** A record that is only left out of lists or counts is not gone. */
    private void confirm(Sweep sweep) {
        List<Long> next = sweep.missing().next(sweep.confirmed(), IdInventory.PAGE);
        while (!next.isEmpty()) {
            confirm(sweep, next);
            sweep.confirmed(next.get(next.size() - 1));
            state.stepped();
            next = sweep.missing().next(sweep.confirmed(), IdInventory.PAGE);
        }
    }
}
