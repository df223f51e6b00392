package io.github.camelontraport.api.budget;

/** Who goes first when calls wait for their turn. */
public enum Priority {
    /** Somebody waits for the exchange. */
    PRODUCER,
    /** What can wait a little: polls, the health probe. Never left out for good, see {@link Budget}. */
    POLL
}
