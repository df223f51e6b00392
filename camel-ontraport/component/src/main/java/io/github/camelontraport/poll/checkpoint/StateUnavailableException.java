package io.github.camelontraport.poll.checkpoint;

/** The store failed to return the state. It may be there; the next poll asks again. */
public final class StateUnavailableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StateUnavailableException(String key, RuntimeException cause) {
        super("The state under key '" + key + "' could not be read: " + cause.getMessage(), cause);
    }
}
