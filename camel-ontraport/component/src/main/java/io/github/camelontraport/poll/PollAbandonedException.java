package io.github.camelontraport.poll;

/** The poll ended before it was complete: the consumer stops, or its time is over. Nothing is lost. */
public final class PollAbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PollAbandonedException(String reason) {
        super("The poll ended before it was complete: " + reason);
    }

    PollAbandonedException(String reason, Throwable cause) {
        super("The poll ended before it was complete: " + reason, cause);
    }
}
