package io.github.camelontraport.poll;

/** The wait for a reply was given up: the consumer stops, or the time it was allowed is over. Nothing is lost by it. */
public final class PollAbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PollAbandonedException(Throwable cause) {
        super("The poll was given up before it was done", cause);
    }
}
