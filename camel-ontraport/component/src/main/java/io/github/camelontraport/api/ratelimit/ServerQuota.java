package io.github.camelontraport.api.ratelimit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The requests that the server will still accept, judged by the {@code Remaining} of its replies.
 *
 * <p>Requests in flight together are counted by the server in an unknown order, so their replies contradict each other.
 * The lowest holds: the server had counted at least all answered requests by then. A reply is out of date once a
 * request that started after it has been answered. Requests still in flight are taken off, as it is unknown whether
 * they are counted yet. After a minute a reply says nothing any more; nor does one that came late, when a request that
 * started later has been answered.
 *
 * <p>The limit changes only when a reply states one. Guarded by the limiter's lock.
 */
final class ServerQuota {

    /** Requests that overlap longer than this are not counted together. */
    private static final long OVERLAP = Duration.ofSeconds(5).toNanos();

    private final int configured;
    private int serverLimit;
    private long limitStatedBy = -1;

    /** Ascending by {@link Reply#base}: a reply is dropped when a later one is lower. */
    private final Deque<Reply> replies = new ArrayDeque<>();

    private long replyCount;
    private long newestAnswered = -1;
    private Long receivedAt;
    /** Answered requests of which no reply says whether they are counted in the replies before them. */
    private long unclear;

    private int usedByOthers;

    /**
     * @param number in the order of arrival
     * @param base   the remaining requests, less {@link #adjustment} at that time
     */
    private record Reply(long number, long base) {}

    ServerQuota(int configured) {
        this.configured = configured;
        this.serverLimit = configured;
    }

    /** How many replies said how many requests remain. */
    long replies() {
        return replyCount;
    }

    /**
     * Takes a reply into account. Its request is no longer in flight in the window.
     *
     * @return whether the reply says how many requests remain
     */
    boolean onResponse(StartedRequest request, RateLimitHeaders headers, SlidingWindow window, long now) {
        if (headers.limit().isPresent() && request.number() > limitStatedBy) {
            limitStatedBy = request.number();
            serverLimit = headers.limit().getAsInt();
        }
        boolean outOfDate = request.number() < newestAnswered && now - request.startedAt() > OVERLAP;
        if (headers.remaining().isEmpty() || outOfDate) {
            return false;
        }
        newestAnswered = Math.max(newestAnswered, request.number());
        long base = headers.remaining().getAsInt() - adjustment(window);
        while (!replies.isEmpty() && replies.getFirst().number < request.repliesAtStart()) {
            replies.removeFirst();
        }
        while (!replies.isEmpty() && replies.getLast().base >= base) {
            replies.removeLast();
        }
        replies.addLast(new Reply(replyCount++, base));
        receivedAt = now;
        usedByOthers = Math.max(0, serverLimit - lowest(window) - window.admitted());
        return true;
    }

    /** A request was sent and no reply says how many requests remain after it. */
    void onNoQuota() {
        unclear++;
    }

    /** Own requests that left the window, less those that may have entered it unnoticed; only differences count. */
    private long adjustment(SlidingWindow window) {
        return window.expired() - unclear;
    }

    private int lowest(SlidingWindow window) {
        return (int) (replies.getFirst().base + adjustment(window));
    }

    void expire() {
        replies.clear();
        receivedAt = null;
    }

    /** When the last reply says nothing any more, or null when there is none. */
    Long expiresAt() {
        return receivedAt == null ? null : receivedAt + SlidingWindow.LENGTH;
    }

    Long receivedAt() {
        return receivedAt;
    }

    /** Requests a minute in force: the server's limit where it is lower than the configured one. */
    int limit() {
        return Math.min(configured, serverLimit);
    }

    /** The requests of others in the server's window, according to the last reply. */
    int usedByOthers() {
        return usedByOthers;
    }

    /** How many more requests the server will accept, given the own requests in the window. */
    int available(SlidingWindow window) {
        return replies.isEmpty() ? Integer.MAX_VALUE : lowest(window) - window.inFlight();
    }
}
