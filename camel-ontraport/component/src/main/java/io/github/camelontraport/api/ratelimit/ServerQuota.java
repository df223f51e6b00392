package io.github.camelontraport.api.ratelimit;

/**
 * How full the account is in the eyes of the server: {@code Remaining} of the reply to the newest request, less what
 * was sent since that request's start, as it is not known whether the server had counted it by then. What the server
 * counted and we did not send is others' use of the account. After a minute all of it is out of the rolling window
 * and the reply tells nothing any more. Guarded by the budget's lock.
 */
final class ServerQuota {

    private final int configured;
    private int limit;
    private long newest = -1;
    private Long receivedAt;
    private int remaining;
    private int ownThen;
    private int usedByOthers;

    ServerQuota(int configured) {
        this.configured = configured;
        this.limit = configured;
    }

    /**
     * @param request number of the request that was answered; when a later one was answered before, this is old news
     * @param own     our own requests in the window when it started, itself included if it was admitted
     * @return whether something was learnt
     */
    boolean onResponse(long request, int own, RateLimitHeaders said, long now) {
        if (request < newest) {
            return false;
        }
        newest = request;
        limit = Math.min(configured, said.limit().orElse(configured));
        if (said.remaining().isEmpty()) {
            return false;
        }
        receivedAt = now;
        remaining = said.remaining().getAsInt();
        ownThen = own;
        usedByOthers = Math.max(0, said.limit().orElse(configured) - remaining - own);
        return true;
    }

    void expire() {
        receivedAt = null;
    }

    /** When the view is of no use any more, or {@code null} when there is none. */
    Long expiresAt() {
        return receivedAt == null ? null : receivedAt + SlidingWindow.LENGTH;
    }

    Long receivedAt() {
        return receivedAt;
    }

    /** Requests a minute in force: the server's limit where it is lower than the configured one. */
    int limit() {
        return limit;
    }

    /** What others had in the window, as last heard. */
    int usedByOthers() {
        return usedByOthers;
    }

    /** How many requests the server would admit, given how many of ours count now. */
    int available(int own) {
        return receivedAt == null ? Integer.MAX_VALUE : remaining + ownThen - own;
    }
}
