package io.github.camelontraport.api.ratelimit;

/** The order in which waiting requests are granted, highest first; polls get a share in any case. */
public enum Priority {
    /** A request that the server refused with HTTP 429. It has waited before and must not wait behind all later ones. */
    RETRY,
    /** An exchange in a producer waits for the result. */
    PRODUCER,
    /** Polls, webhook upkeep and the health probe can wait a little. {@link RateLimiter} says what share they get. */
    POLL
}
