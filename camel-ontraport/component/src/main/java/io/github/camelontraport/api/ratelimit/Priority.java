package io.github.camelontraport.api.ratelimit;

/** Who goes first when calls wait for their turn. */
public enum Priority {
    /** A call that HTTP 429 sent back: it has waited before, and must not wait behind all that came since. */
    RETRY,
    /** Somebody waits for the exchange. */
    PRODUCER,
    /** What can wait a little: polls, the health probe. Never left out for good, see {@link RateLimiter}. */
    POLL
}
