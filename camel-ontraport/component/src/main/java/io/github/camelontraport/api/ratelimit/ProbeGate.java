package io.github.camelontraport.api.ratelimit;

import java.time.Duration;

/**
 * Where it is not known whether there is room (after HTTP 429, or when others used the account and nothing was heard
 * of it for a minute), one request goes ahead and the others follow its reply: as many as that leaves room for, or,
 * when it tells nothing, two for each that is answered. So a pause does not end in a burst that is refused again.
 * Guarded by the budget's lock.
 */
final class ProbeGate {

    private static final int NO_BOUND = Integer.MAX_VALUE;
    private static final int DOUBLINGS = 3;

    private int bound = NO_BOUND;
    private int out;
    private long first;
    private int inVain;

    /** @param next number of the request that goes ahead */
    void restrict(long next) {
        bound = 1;
        out = 0;
        first = next;
    }

    /** How many requests may start before another reply. */
    int available() {
        return bound - out;
    }

    void started() {
        out += bound == NO_BOUND ? 0 : 1;
    }

    /** @param told whether the reply said how much room there is */
    void answered(long request, boolean told) {
        if (request < first) {
            return;
        }
        inVain = 0;
        released(request);
        if (told) {
            bound = NO_BOUND;
            out = 0;
        } else if (bound != NO_BOUND) {
            bound++;
        }
    }

    void released(long request) {
        if (bound != NO_BOUND && request >= first) {
            out--;
        }
    }

    /**
     * A request was refused, and the budget pauses for as long as the server says; but one, two, four, eight seconds
     * at least when the requests that go ahead are refused one after the other, as the server may ask for less.
     */
    Duration pause(long request, Duration reset) {
        if (request >= first) {
            // Of those that were out together only the first is news.
            inVain = Math.min(inVain + 1, DOUBLINGS + 1);
        }
        Duration least = Duration.ofSeconds(1L << Math.max(0, inVain - 1));
        return reset.compareTo(least) < 0 ? least : reset;
    }
}
