package io.github.camelontraport.poll.checkpoint;

/** Another consumer changed the stored state since this one read or wrote it. Nothing was written. */
public final class StateConflictException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StateConflictException(String message) {
        super(message);
    }
}
