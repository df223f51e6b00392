package io.github.camelontraport.api.ratelimit;

import java.time.Duration;

/**
 * Lets few requests through while it is unknown whether the server has capacity: one after HTTP 429, or when others used
 * the account and no reply said anything about it for a minute; some before the first reply, for a second, as others may
 * have used all of it. A reply lets through as many requests as it says remain, or, when it
 * does not say, two for each answered one; the very first lets through all. So neither a pause nor a start ends in a burst
 * that is refused. Guarded by the limiter's lock.
 */
final class ProbeGate {

    private static final int UNRESTRICTED = Integer.MAX_VALUE;
    /** Requests before the first reply; more of them would gain little time, and on a full account all are refused. */
    private static final int AT_FIRST = 10;
    /** A full account refuses within this time; a server that takes longer to reply must not hold up the others. */
    private static final long BEGINNING = Duration.ofSeconds(1).toNanos();

    private int allowed = AT_FIRST;
    private boolean beginning = true;
    private Long begunAt;
    private int inFlight;
    private long firstProbe;
    private int refusedInARow;

    /** @param next number of the request that becomes the probe */
    void restrict(long next) {
        beginning = false;
        allowed = 1;
        inFlight = 0;
        firstProbe = next;
    }

    /** How many requests may start before another reply. */
    int available() {
        return allowed - inFlight;
    }

    void started(long now) {
        inFlight += allowed == UNRESTRICTED ? 0 : 1;
        begunAt = begunAt == null ? now : begunAt;
    }

    void expire(long now) {
        if (beginning && begunAt != null && now - begunAt >= BEGINNING) {
            lift();
        }
    }

    /** When the beginning ends, or null. */
    Long nextChange() {
        return beginning && begunAt != null ? begunAt + BEGINNING : null;
    }

    private void lift() {
        beginning = false;
        allowed = UNRESTRICTED;
        inFlight = 0;
    }

    /** @param remainingKnown whether the reply said how many requests remain */
    void answered(long request, boolean remainingKnown) {
        if (request < firstProbe) {
            return;
        }
        refusedInARow = 0;
        released(request);
        if (remainingKnown || beginning) {
            lift();
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
