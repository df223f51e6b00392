package io.github.camelontraport.sandbox.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The planned faults, in the order they were requested. Thread-safe.
 *
 * @param <C> what a fault affects: a request to the account, or a delivery by it
 * @param <F> a fault
 */
public final class FaultPlan<C, F extends Fault> {

    private final List<Entry<C, F>> entries = new ArrayList<>();

    /** @param target what fits, for people */
    public synchronized void add(String target, Predicate<C> fits, FaultSchedule schedule, F fault) {
        entries.add(new Entry<>(target, fits, schedule, fault));
    }

    /** The faults that are still to come, with what is left of their schedules. */
    public synchronized List<PlannedFault> planned() {
        return entries.stream().map(Entry::planned).toList();
    }

    /** Returns the first fault that fits and uses it up by one. The other faults that fit count this as one to skip. */
    public synchronized F take(C call, F none) {
        F taken = none;
        for (Iterator<Entry<C, F>> candidates = entries.iterator(); candidates.hasNext(); ) {
            Entry<C, F> entry = candidates.next();
            if (entry.fits.test(call) && !entry.skips() && taken == none) {
                taken = entry.fault;
                if (entry.useUp()) {
                    candidates.remove();
                }
            }
        }
        return taken;
    }

    public synchronized void clear() {
        entries.clear();
    }

    private static final class Entry<C, F extends Fault> {

        private final String target;
        private final Predicate<C> fits;
        private final F fault;
        private final int every;
        private int skip;
        private int seen;
        private int left;

        Entry(String target, Predicate<C> fits, FaultSchedule schedule, F fault) {
            this.target = target;
            this.fits = fits;
            this.fault = fault;
            this.every = schedule.every();
            this.skip = schedule.skip();
            this.left = schedule.times();
        }

        /** Whether to skip this one. Counts it as skipped. */
        boolean skips() {
            if (skip > 0) {
                skip--;
                return true;
            }
            return ++seen % every != 0;
        }

        boolean useUp() {
            return left != FaultSchedule.ALWAYS && --left == 0;
        }

        PlannedFault planned() {
            return new PlannedFault(target, new FaultSchedule(skip, every, left), fault.effect());
        }
    }
}
