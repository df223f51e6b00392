package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.api.page.Pages;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes a sweep further: page by page, or by counting where nothing else is to be learnt from reading. */
final class SweepDiff {

    /** For so many pages a count is worth it in any case: it shows where differences lie together. */
    private static final int FEW = 16;

    private static final double LOG_2 = Math.log(2);

    private final IdInventory census;
    private final DeletedState state;
    private final DeletionThreshold guard;

    SweepDiff(IdInventory census, DeletedState state, DeletionThreshold guard) {
        this.census = census;
        this.state = state;
        this.guard = guard;
    }

    private record Range(long above, long upTo, long count) {}

    /** Reads all records above the sweep's position up to this one, {@link Long#MAX_VALUE} for every one. */
    void read(Sweep sweep, long upTo) {
        Pages pages = census.pages(sweep.position(), upTo);
        boolean ended = false;
        while (!ended) {
            List<Long> found = census.next(pages, upTo);
            long last = found.isEmpty() ? IdSet.NONE : found.get(found.size() - 1);
            ended = !pages.hasNext() || last == upTo;
            compare(sweep, found, ended ? upTo : last);
        }
    }

    /** These are all records above the sweep's position up to this one. Checked first, so that a refusal changes nothing. */
    void compare(Sweep sweep, List<Long> found, long upTo) {
        IdSet known = state.known();
        List<Long> unknown = found.stream().filter(id -> !known.contains(id)).toList();
        long missing = known.count(sweep.position(), upTo) - (found.size() - unknown.size());
        if (missing > 0) {
            guard.check(known.size(), sweep.missing().size() + missing);
            Set<Long> there = new HashSet<>(found);
            known.forEach(sweep.position(), upTo, id -> {
                if (!there.contains(id)) {
                    sweep.missing().add(id);
                }
            });
        }
        unknown.forEach(state::learn);
        sweep.position(Math.max(sweep.position(), Math.min(upTo, known.highest())));
        state.stepped();
    }

    /**
     * Finds what differs up to this id with few requests: counts the lower half of a range, which tells the upper half
     * too, goes on where the count is not the known one, and reads what is left when that costs less. Records that come
     * or go meanwhile can mislead it for once; what is missing is confirmed anyway, and what is not seen differs next time.
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
                long lower = census.count(
                        range.above, middle, Math.min(middle - range.above, range.count + IdInventory.PAGE));
                ranges.push(new Range(middle, range.upTo, Math.max(0, range.count - lower)));
                ranges.push(new Range(range.above, middle, lower));
            }
        }
    }

    /**
     * Whether it takes fewer requests to read a range than to search it: if the differences lie far apart, the range has to
     * be halved until there is one in each part, and every part until it is a page.
     */
    static boolean isReadingCheaper(long before, long count) {
        double differing = Math.abs(before - count);
        double pages = count / IdInventory.PAGE + 1;
        return pages <= FEW
                && (pages <= differing || pages <= differing * (Math.log(pages / differing) / LOG_2 + 2) - 1);
    }
}
