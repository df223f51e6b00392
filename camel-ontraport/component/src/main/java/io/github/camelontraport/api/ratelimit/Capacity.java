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
    static final long PROBE = Duration.ofSeconds(10).toNanos();

    private final SlidingWindow own = new SlidingWindow();
    private final ServerQuota server;
    private final FairShare sharing = new FairShare();
    private final ProbeGate caution = new ProbeGate();
    private Long pausedUntil;
    private Long lastStart;
    private long count;

    Capacity(int limit) {
        server = new ServerQuota(limit);
    }

    void forgetOld(long now) {
        own.forgetOld(now);
        sharing.forgetOld(now);
        if (pausedUntil != null && now - pausedUntil >= 0) {
            pausedUntil = null;
            server.forget();
        }
        Long fades = server.fadesAt();
        if (fades != null && now - fades >= 0) {
            server.forget();
            if (server.others() > 0) {
                caution.begin(count);
            }
        }
    }

    /** Counts a request as started, if one may start now. */
    boolean take(long now) {
        if (left() == 1) {
            sharing.lastIsAskedFor(limit(), now);
        }
        if (!isFree(now)) {
            return false;
        }
        own.started();
        caution.started();
        lastStart = now;
        count++;
        return true;
    }

    /** The number of the request that was taken last. */
    long lastTaken() {
        return count - 1;
    }

    /** Our own requests that the server counts, or may count. */
    int admitted() {
        return own.admitted();
    }

    int limit() {
        return server.limit();
    }

    Duration pausedFor(long now) {
        return pausedUntil == null ? Duration.ZERO : Duration.ofNanos(pausedUntil - now);
    }

    /** Requests that are left in this minute, no matter how soon after each other they may start; 0 during a pause. */
    int remaining(long now) {
        return pausedUntil != null
                ? 0
                : Math.max(0, left() - sharing.leaves(limit(), own.admitted(), server.others(), now));
    }

    private boolean isFree(long now) {
        long distance = sharing.distance(limit());
        if (pausedUntil != null || own.starts() >= limit() || distance > 0 && now - lastStart < distance) {
            return false;
        }
        return remaining(now) > 0 && caution.allows() > 0 || probes() && now - quietSince() >= PROBE;
    }

    private int left() {
        return Math.min(limit() - own.starts(), server.room(own.admitted()));
    }

    /**
     * Whether to find out by a request if there is room that is not known of. Who has more than the others hears of it
     * by the requests that it may send.
     */
    private boolean probes() {
        return caution.allows() <= 0 || own.admitted() < server.others();
    }

    private long quietSince() {
        Long heard = server.heardAt();
        return heard == null || lastStart != null && lastStart - heard > 0 ? lastStart : heard;
    }

    void answered(long request, int ownThen, RateLimitHeaders said, long now) {
        own.answered(now);
        onResponse(request, ownThen, said, now);
        caution.answered(request, said.remaining().isPresent());
    }

    void throttled(long request, int ownThen, RateLimitHeaders said, long now, double jitter) {
        own.throttled(now);
        // It was not admitted itself.
        onResponse(request, ownThen - 1, said, now);
        Duration pause = caution.pause(request, said.reset());
        long until = now + (long) (pause.toNanos() * (1 + jitter / 10));
        pausedUntil = pausedUntil == null || until - pausedUntil > 0 ? until : pausedUntil;
        sharing.contended(now);
        caution.begin(count);
    }

    private void onResponse(long request, int ownThen, RateLimitHeaders said, long now) {
        if (server.onResponse(request, ownThen, said, now)) {
            sharing.onResponse(now);
        }
    }

    void lost(long request, long now) {
        own.answered(now);
        caution.ended(request);
    }

    void unused(long request) {
        own.unused();
        caution.ended(request);
    }

    /** Moments at which there may be more room, some of them perhaps past. */
    LongStream changes(long now) {
        if (pausedUntil != null) {
            return LongStream.of(pausedUntil);
        }
        Long probe = probes() && lastStart != null ? quietSince() + PROBE : null;
        Long even = lastStart == null ? null : lastStart + sharing.distance(limit());
        return Stream.of(own.nextChange(), server.fadesAt(), sharing.nextChange(now), probe, even)
                .filter(Objects::nonNull)
                .mapToLong(at -> at);
    }
}
