package io.github.camelontraport.api.ratelimit;

import java.time.Duration;

/**
 * What is left free for other programs on the account. They cannot be talked to, and one that comes late finds every
 * request taken; so whoever has more than all others together makes room:
 * <ul>
 * <li>for one request, some seconds in every minute, as who gets no request at all cannot be noticed otherwise;
 * <li>after HTTP 429, for some minutes, for one request in twenty.
 * </ul>
 * In these minutes requests also start evenly over the minute instead of in bursts: what is sent in a burst shows
 * nothing of what others do in the rest of the minute. Both end by themselves. Alone on the account all this costs a
 * quarter of one request a minute. Guarded by the budget's lock.
 */
final class FairShare {

    /** Longer than {@link Capacity#PROBE}, so that who looks for room sees it. */
    private static final long LISTENS = Duration.ofSeconds(15).toNanos();
    /** Below it one request is too much to leave. */
    private static final int SMALLEST_LIMIT_TO_LISTEN = 100;

    private static final long STAYS_CONTENDED = Duration.ofMinutes(5).toNanos();

    private Long onThrottled;
    private Long listens;

    /** HTTP 429: the account is too small for all who use it. */
    void onThrottled(long now) {
        onThrottled = now;
    }

    void expire(long now) {
        if (onThrottled != null && now - onThrottled >= STAYS_CONTENDED) {
            onThrottled = null;
        }
    }

    /** A reply told of the room that there is. */
    void onResponse(long now) {
        if (listens == null) {
            listens = now - LISTENS;
        }
    }

    /** The last request that is free is asked for. */
    void onLastRequested(int limit, long now) {
        if (listens != null && limit >= SMALLEST_LIMIT_TO_LISTEN && now - listens >= SlidingWindow.LENGTH) {
            listens = now;
        }
    }

    /** How many requests are not to be used now. */
    int reserved(int limit, int own, int others, long now) {
        if (own <= others) {
            return 0;
        }
        return onThrottled != null ? limit / 20 : isYielding(now) ? 1 : 0;
    }

    /** When it leaves less, or {@code null} when time alone does not change it. */
    Long nextChange(long now) {
        return isYielding(now) ? listens + LISTENS : null;
    }

    private boolean isYielding(long now) {
        return listens != null && now - listens < LISTENS;
    }

    /** The shortest time from one start to the next; 0 when they may come together. */
    long minInterval(int limit) {
        return onThrottled == null ? 0 : SlidingWindow.LENGTH / limit;
    }
}
