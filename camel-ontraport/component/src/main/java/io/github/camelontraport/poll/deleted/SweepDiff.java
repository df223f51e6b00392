package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.api.page.Pages;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Advances a sweep: page by page, or by counts where these cost fewer requests. */
final class SweepDiff {

    /** For more pages than this a count is always worth its request: it shows where differences lie together. */
    private static final int FEW = 16;

    private static final double LOG_2 = Math.log(2);

    private final IdInventory inventory;
    private final DeletedState state;
    private final DeletionThreshold threshold;

    SweepDiff(IdInventory inventory, DeletedState state, DeletionThreshold threshold) {
        this.inventory = inventory;
        this.state = state;
        this.threshold = threshold;
    }

    private record Range(long above, long upTo, long count) {}

    /** Reads all records above the sweep's position up to this one, {@link Long#MAX_VALUE} for every one. */
    void read(Sweep sweep, long upTo) {
        Pages pages = inventory.pages(sweep.position(), upTo);
        boolean ended = false;
        while (!ended) {
            List<Long> found = inventory.next(pages, upTo);
            long last = found.isEmpty() ? IdSet.NONE : found.get(found.size() - 1);
            ended = !pages.hasNext() || last == upTo;
            compare(sweep, found, ended ? upTo : last);
        }
    }

    /** Compares these ids, which are all above the sweep's position up to this one. A refusal changes nothing. */
    void compare(Sweep sweep, List<Long> found, long upTo) {
        IdSet known = state.known();
        List<Long> unknown = found.stream().filter(id -> !known.contains(id)).toList();
        long missing = known.count(sweep.position(), upTo) - (found.size() - unknown.size());
        if (missing > 0) {
            threshold.check(known.size(), sweep.missing().size() + missing);
            Set<Long> existing = new HashSet<>(found);
            known.forEach(sweep.position(), upTo, id -> {
                if (!existing.contains(id)) {
                    sweep.missing().add(id);
                }
            });
        }
        unknown.forEach(state::learn);
        sweep.position(Math.max(sweep.position(), Math.min(upTo, known.highest())));
        state.stepped();
    }

    /**
     * Finds the differences up to this id with few requests: counts the lower half of a range, which gives the upper half
     * too, goes on where the count differs from the known one, and reads the rest when that costs less. Records that come
     * or go meanwhile can mislead it once: missing ids are confirmed anyway, and other differences show next time.
     *
     * @param count of the records above the sweep's position up to this id
     */
    void search(Sweep sweep, long upTo, long count) {
        IdSet known = state.known();
        Deque<Range> ranges = new ArrayDeque<>(List.of(new Range(sweep.position(), upTo, count)));
        while (!ranges.isEmpty()) {
            Range range = ranges.pop();
            long before = known.count(range.above, range.upTo);
            if (before == range.count) {
                sweep.position(range.upTo);
            } else if (range.count == 0) {
                compare(sweep, List.of(), range.upTo);
            } else if (before < 2 || isReadingCheaper(before, range.count)) {
                read(sweep, range.upTo);
            } else {
                long middle = known.middle(range.above, range.upTo);
                long lower = inventory.count(
                        range.above, middle, Math.min(middle - range.above, range.count + IdInventory.PAGE));
                ranges.push(new Range(middle, range.upTo, Math.max(0, range.count - lower)));
                ranges.push(new Range(range.above, middle, lower));
            }
        }
    }

    /**
     * Whether it takes fewer requests to read a range than to search it. If the differences lie far apart, a search halves
     * the range until each part has one difference, and then every part until it is a page.
     */
    static boolean isReadingCheaper(long before, long count) {
        double differing = Math.abs(before - count);
        double pages = count / IdInventory.PAGE + 1;
        return pages <= FEW
                && (pages <= differing || pages <= differing * (Math.log(pages / differing) / LOG_2 + 2) - 1);
    }
}
