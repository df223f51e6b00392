package io.github.camelontraport.api.ratelimit;

import java.time.Duration;

/**
 * What is left to other programs on the account. They cannot be asked, and one that starts late finds every request
 * taken. So a program that uses more than all others together reserves a share for them:
 * <ul>
 * <li>one request for some seconds in every minute, as a program without any request cannot be noticed otherwise;
 * <li>after HTTP 429, for some minutes, one request in twenty. The other programs leave a few requests free, too. Each
 * time the account is found contended again soon after, it is for twice as long.
 * </ul>
 * In these minutes requests also start evenly over the minute: a burst shows nothing of what others do in the rest of
 * the minute. Both end by themselves. For a program alone on the account they cost a quarter of a request a minute.
 * Guarded by the limiter's lock.
 */
final class FairShare {

    /** Longer than {@link Capacity#PROBE_INTERVAL}, so that a probing program finds the reserved request. */
    private static final long YIELDING = Duration.ofSeconds(15).toNanos();
    /** Below it one request is too large a share. */
    private static final int SMALLEST_LIMIT_TO_YIELD = 100;

    private static final long CONTENDED_AT_FIRST = Duration.ofMinutes(5).toNanos();
    private static final long CONTENDED_AT_MOST = Duration.ofMinutes(40).toNanos();
    private static final int CONTENDED_SHARE = 20;
    /** Several programs that see the last free request at once would all take it. */
    private static final int SLACK_SHARE = 45;
    /** A program that uses little must not leave half of it. */
    private static final int SLACK_OF_OWN = 12;

    private Long contendedSince;
    private long contendedFor = CONTENDED_AT_FIRST;
    /** When the account was contended last, or null. */
    private Long contendedUntil;

    private Long yieldingSince;

    /** HTTP 429: the limit is too small for all programs on the account. */
    void onThrottled(long now) {
        if (contendedSince == null) {
            boolean soon = contendedUntil != null && now - contendedUntil < contendedFor;
            contendedFor = soon ? Math.min(2 * contendedFor, CONTENDED_AT_MOST) : CONTENDED_AT_FIRST;
        }
        contendedSince = now;
    }

    void expire(long now) {
        if (contendedSince != null && now - contendedSince >= contendedFor) {
            contendedUntil = contendedSince + contendedFor;
            contendedSince = null;
        }
    }

    /** A reply said how many requests remain. */
    void onResponse(long now) {
        if (yieldingSince == null) {
            yieldingSince = now - YIELDING;
        }
    }

    /** The last available request is asked for. */
    void onLastRequested(int limit, long now) {
        boolean mayYield = yieldingSince != null && limit >= SMALLEST_LIMIT_TO_YIELD;
        if (mayYield && now - yieldingSince >= SlidingWindow.LENGTH) {
            yieldingSince = now;
        }
    }

    /** How many requests must not be used now. */
    int reserved(int limit, int own, int usedByOthers, long now) {
        if (own <= usedByOthers) {
            return contendedSince != null ? Math.min(limit / SLACK_SHARE, own / SLACK_OF_OWN) : 0;
        }
        return contendedSince != null ? limit / CONTENDED_SHARE : isYielding(now) ? 1 : 0;
    }

    /** When less is reserved, or null when time alone does not change it. */
    Long nextChange(long now) {
        return isYielding(now) ? yieldingSince + YIELDING : null;
    }

    private boolean isYielding(long now) {
        return yieldingSince != null && now - yieldingSince < YIELDING;
    }

    /** The shortest time between two starts; 0 when they may come together. */
    long minInterval(int limit) {
        return contendedSince == null ? 0 : SlidingWindow.LENGTH / limit;
    }
}
