package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How many requests may start now: the smaller of what the own window and the server's quota leave, less the share
 * reserved for other programs, and none during a pause. Guarded by the limiter's lock; all times are nanoseconds of the
 * limiter's clock.
 */
final class Capacity {

    /** After this time without a request, one is sent to find out whether the server has capacity after all. */
    static final long PROBE_INTERVAL = Duration.ofSeconds(10).toNanos();

    private final SlidingWindow window = new SlidingWindow();
    private final ServerQuota serverQuota;
    private final FairShare fairShare = new FairShare();
    private final ProbeGate probeGate = new ProbeGate();
    private Long pausedUntil;
    private Long lastStart;
    private long started;

    Capacity(int limit) {
        serverQuota = new ServerQuota(limit);
    }

    /** Drops what no longer counts at this time. */
    void expire(long now) {
        window.expire(now);
        fairShare.expire(now);
        probeGate.expire(now);
        if (pausedUntil != null && now - pausedUntil >= 0) {
            pausedUntil = null;
            serverQuota.expire();
        }
        Long expiresAt = serverQuota.expiresAt();
        if (expiresAt != null && now - expiresAt >= 0) {
            serverQuota.expire();
            if (serverQuota.usedByOthers() > 0) {
                probeGate.restrict(started);
            }
        }
    }

    /** Counts a request as started if one may start now. */
    boolean tryAcquire(long now) {
        if (available() == 1) {
            fairShare.onLastRequested(limit(), now);
        }
        if (!mayStart(now)) {
            return false;
        }
        window.started();
        probeGate.started(now);
        lastStart = now;
        started++;
        return true;
    }

    /** The request that was started last. */
    StartedRequest lastRequest() {
        return new StartedRequest(started - 1, lastStart, serverQuota.replies());
    }

    /** Requests a minute in force. */
    int limit() {
        return serverQuota.limit();
    }

    /** Whether nothing is remembered that a new instance would not know. */
    boolean isIdle() {
        return window.counted() == 0 && pausedUntil == null && serverQuota.expiresAt() == null;
    }

    Duration pauseLeft(long now) {
        return pausedUntil == null ? Duration.ZERO : Duration.ofNanos(pausedUntil - now);
    }

    /** Requests left in this minute, no matter how close together they may start; 0 during a pause. */
    int remaining(long now) {
        return pausedUntil != null
                ? 0
                : Math.max(
                        0,
                        available() - fairShare.reserved(limit(), window.admitted(), serverQuota.usedByOthers(), now));
    }

    private boolean mayStart(long now) {
        long minInterval = fairShare.minInterval(limit());
        boolean tooSoon = minInterval > 0 && lastStart != null && now - lastStart < minInterval;
        if (pausedUntil != null || window.counted() >= limit() || tooSoon) {
            return false;
        }
        return (remaining(now) > 0 && probeGate.available() > 0)
                || (mayProbe() && now - quietSince() >= PROBE_INTERVAL);
    }

    private int available() {
        return Math.min(limit() - window.counted(), serverQuota.available(window));
    }

    /**
     * Whether a request may be sent to find out if there is unknown capacity. A program that uses more than all others
     * learns of capacity by the requests that it may send anyway.
     */
    private boolean mayProbe() {
        return probeGate.available() <= 0 || window.admitted() < serverQuota.usedByOthers();
    }

    private long quietSince() {
        Long receivedAt = serverQuota.receivedAt();
        return receivedAt == null || lastStart - receivedAt > 0 ? lastStart : receivedAt;
    }

    void answered(StartedRequest request, RateLimitHeaders headers, long now) {
        window.answered(now);
        if (!onHeaders(request, headers, now)) {
            serverQuota.onNoQuota();
        }
        probeGate.answered(request.number(), headers.remaining().isPresent());
    }

    void throttled(StartedRequest request, RateLimitHeaders headers, long now, double jitter) {
        window.throttled(now);
        onHeaders(request, headers, now);
        long until = now + ThrottlePause.nanos(headers.reset(), probeGate.refused(request.number()), jitter);
        pausedUntil = pausedUntil == null || until - pausedUntil > 0 ? until : pausedUntil;
        fairShare.onThrottled(now);
        probeGate.restrict(started);
    }

    private boolean onHeaders(StartedRequest request, RateLimitHeaders headers, long now) {
        boolean quotaKnown = serverQuota.onResponse(request, headers, window, now);
        if (quotaKnown) {
            fairShare.onResponse(now);
        }
        return quotaKnown;
    }

    void unanswered(StartedRequest request, long now) {
        window.answered(now);
        serverQuota.onNoQuota();
        probeGate.released(request.number());
    }

    void unused(StartedRequest request) {
        window.unused();
        probeGate.released(request.number());
    }

    /** Times at which more requests may start, some of them perhaps past. */
    LongStream nextChanges(long now) {
        if (pausedUntil != null) {
            return LongStream.of(pausedUntil);
        }
        Long probe = mayProbe() && lastStart != null ? quietSince() + PROBE_INTERVAL : null;
        Long interval = lastStart == null ? null : lastStart + fairShare.minInterval(limit());
        return Stream.of(
                        window.nextExpiry(),
                        serverQuota.expiresAt(),
                        fairShare.nextChange(now),
                        probeGate.nextChange(),
                        probe,
                        interval)
                .filter(Objects::nonNull)
                .mapToLong(at -> at);
    }
}
