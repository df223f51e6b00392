package io.github.camelontraport.api.budget;

import java.time.Duration;

/**
 * What is left free for other programs on the account. They cannot be talked to, and one that comes late finds every
 * request taken; so whoever has more than all others together makes room:
 * <ul>
 * <li>for one request, some seconds in every minute, as who gets no request at all cannot be noticed otherwise;
 * <li>after HTTP 429 for a tenth of the limit, twice as much with every minute in which it was taken, half as much
 * with every minute in which it was not.
 * </ul>
 * Alone on the account that costs a quarter of one request a minute. Guarded by the budget's lock.
 */
final class Sharing {

    /** Longer than {@link Room#PROBE}, so that who looks for room sees it. */
    private static final long LISTENS = Duration.ofSeconds(15).toNanos();
    /** Below it one request is too much to leave. */
    private static final int SMALLEST_LIMIT_TO_LISTEN = 100;

    private int left;
    private Long since;
    private int othersThen;
    private long listensFrom;

    /** HTTP 429: the account is too small for all who use it. */
    void contended(int limit) {
        left = Math.max(left, limit / 10);
    }

    void heard(int own, int others, long now) {
        if (since == null) {
            since = now;
            listensFrom = now - LISTENS;
        } else if (now - since >= OwnWindow.LENGTH) {
            boolean taken = 2 * (others - othersThen) >= left;
            left = taken ? Math.min(2 * left, Math.max(0, own - others) / 2) : left / 2;
            since = now;
            othersThen = others;
        }
    }

    /** The last request that is free would be taken now. */
    void lastIsAskedFor(int limit, long now) {
        if (since != null && limit >= SMALLEST_LIMIT_TO_LISTEN && now - listensFrom >= OwnWindow.LENGTH) {
            listensFrom = now;
        }
    }

    /** How many requests are not to be used now. */
    int leaves(int own, int others, long now) {
        return own <= others ? 0 : Math.max(left, isListening(now) ? 1 : 0);
    }

    /** When it leaves less, or {@code null} when time alone does not change it. */
    Long nextChange(long now) {
        return isListening(now) ? listensFrom + LISTENS : null;
    }

    private boolean isListening(long now) {
        return since != null && now - listensFrom < LISTENS;
    }
}
