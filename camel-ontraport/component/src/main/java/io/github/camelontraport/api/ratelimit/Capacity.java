package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How many requests may start now: what our own window leaves of the limit, what the server leaves, less what is left
 * to others, and nothing during a pause. Guarded by the budget's lock.
 */
final class Capacity {

    /** How long nothing is sent before one request finds out whether there is room after all. */
    static final long PROBE_INTERVAL = Duration.ofSeconds(10).toNanos();

    private final SlidingWindow window = new SlidingWindow();
    private final ServerQuota server;
    private final FairShare fairShare = new FairShare();
    private final ProbeGate probeGate = new ProbeGate();
    private Long pausedUntil;
    private Long lastStart;
    private long count;

    Capacity(int limit) {
        server = new ServerQuota(limit);
    }

    void expire(long now) {
        window.expire(now);
        fairShare.expire(now);
        if (pausedUntil != null && now - pausedUntil >= 0) {
            pausedUntil = null;
            server.expire();
        }
        Long fades = server.expiresAt();
        if (fades != null && now - fades >= 0) {
            server.expire();
            if (server.usedByOthers() > 0) {
                probeGate.restrict(count);
            }
        }
    }

    /** Counts a request as started, if one may start now. */
    boolean tryAcquire(long now) {
        if (available() == 1) {
            fairShare.onLastRequested(limit(), now);
        }
        if (!isFree(now)) {
            return false;
        }
        window.started();
        probeGate.started();
        lastStart = now;
        count++;
        return true;
    }

    /** The number of the request that was taken last. */
    long lastRequest() {
        return count - 1;
    }

    /** Our own requests that the server counts, or may count. */
    int admitted() {
        return window.admitted();
    }

    int limit() {
        return server.limit();
    }

    Duration pauseLeft(long now) {
        return pausedUntil == null ? Duration.ZERO : Duration.ofNanos(pausedUntil - now);
    }

    /** Requests that are left in this minute, no matter how soon after each other they may start; 0 during a pause. */
    int remaining(long now) {
        return pausedUntil != null
                ? 0
                : Math.max(0, available() - fairShare.reserved(limit(), window.admitted(), server.usedByOthers(), now));
    }

    private boolean isFree(long now) {
        long distance = fairShare.minInterval(limit());
        if (pausedUntil != null || window.counted() >= limit() || distance > 0 && now - lastStart < distance) {
            return false;
        }
        return remaining(now) > 0 && probeGate.available() > 0 || mayProbe() && now - quietSince() >= PROBE_INTERVAL;
    }

    private int available() {
        return Math.min(limit() - window.counted(), server.available(window.admitted()));
    }

    /**
     * Whether to find out by a request if there is room that is not known of. Who has more than the others hears of it
     * by the requests that it may send.
     */
    private boolean mayProbe() {
        return probeGate.available() <= 0 || window.admitted() < server.usedByOthers();
    }

    private long quietSince() {
        Long heard = server.receivedAt();
        return heard == null || lastStart != null && lastStart - heard > 0 ? lastStart : heard;
    }

    void answered(long request, int ownThen, RateLimitHeaders said, long now) {
        window.answered(now);
        onResponse(request, ownThen, said, now);
        probeGate.answered(request, said.remaining().isPresent());
    }

    void throttled(long request, int ownThen, RateLimitHeaders said, long now, double jitter) {
        window.throttled(now);
        // It was not admitted itself.
        onResponse(request, ownThen - 1, said, now);
        Duration pause = probeGate.pause(request, said.reset());
        long until = now + (long) (pause.toNanos() * (1 + jitter / 10));
        pausedUntil = pausedUntil == null || until - pausedUntil > 0 ? until : pausedUntil;
        fairShare.onThrottled(now);
        probeGate.restrict(count);
    }

    private void onResponse(long request, int ownThen, RateLimitHeaders said, long now) {
        if (server.onResponse(request, ownThen, said, now)) {
            fairShare.onResponse(now);
        }
    }

    void unanswered(long request, long now) {
        window.answered(now);
        probeGate.released(request);
    }

    void unused(long request) {
        window.unused();
        probeGate.released(request);
    }

    /** Moments at which there may be more room, some of them perhaps past. */
    LongStream nextChanges(long now) {
        if (pausedUntil != null) {
            return LongStream.of(pausedUntil);
        }
        Long probe = mayProbe() && lastStart != null ? quietSince() + PROBE_INTERVAL : null;
        Long even = lastStart == null ? null : lastStart + fairShare.minInterval(limit());
        return Stream.of(window.nextExpiry(), server.expiresAt(), fairShare.nextChange(now), probe, even)
                .filter(Objects::nonNull)
                .mapToLong(at -> at);
    }
}
