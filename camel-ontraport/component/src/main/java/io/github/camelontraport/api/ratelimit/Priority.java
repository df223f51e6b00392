package io.github.camelontraport.api.ratelimit;

/**
 * The rank of a waiting request. Requests of producers go before polls, which get a share in any case; in both groups
 * requests that the server refused with HTTP 429 go first, as they have waited before.
 */
public enum Priority {
    PRODUCER_RETRY(false),
    /** An exchange in a producer waits for the result. */
    PRODUCER(false),
    POLL_RETRY(true),
    /** Polls, webhook upkeep and the health probe can wait a little. {@link RateLimiter} says what share they get. */
    POLL(true);

    private final boolean poll;

    Priority(boolean poll) {
        this.poll = poll;
    }

    /** The rank of the request when it is sent again after HTTP 429. */
    public Priority afterThrottling() {
        return poll ? POLL_RETRY : PRODUCER_RETRY;
    }
}
