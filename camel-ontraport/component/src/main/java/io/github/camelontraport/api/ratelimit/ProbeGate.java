package io.github.camelontraport.api.ratelimit;

/**
 * Lets single requests through while it is unknown whether the server has capacity: after HTTP 429, or when others
 * used the account and no reply said anything about it for a minute. One probe goes first. Its reply lets through as
 * many requests as it says remain, or, when it does not say, two for each answered one. So a pause does not end in a
 * burst that is refused again. Guarded by the limiter's lock.
 */
final class ProbeGate {

    private static final int UNRESTRICTED = Integer.MAX_VALUE;
    private int allowed = UNRESTRICTED;
    private int inFlight;
    private long firstProbe;
    private int refusedInARow;

    /** @param next number of the request that becomes the probe */
    void restrict(long next) {
        allowed = 1;
        inFlight = 0;
        firstProbe = next;
    }

    /** How many requests may start before another reply. */
    int available() {
        return allowed - inFlight;
    }

    void started() {
        inFlight += allowed == UNRESTRICTED ? 0 : 1;
    }

    /** @param remainingKnown whether the reply said how many requests remain */
    void answered(long request, boolean remainingKnown) {
        if (request < firstProbe) {
            return;
        }
        refusedInARow = 0;
        released(request);
        if (remainingKnown) {
            allowed = UNRESTRICTED;
            inFlight = 0;
        } else if (allowed != UNRESTRICTED) {
            allowed++;
        }
    }

    void released(long request) {
        if (allowed != UNRESTRICTED && request >= firstProbe) {
            inFlight--;
        }
    }

    /** @return how many probes in a row were refused, with this request */
    int refused(long request) {
        if (request >= firstProbe) {
            // Only the first refusal of several requests in flight counts: restrict() moves firstProbe past the others.
            refusedInARow++;
        }
        return refusedInARow;
    }
}
