package io.github.camelontraport.poll;

/** The stored state cannot be used. It is left as it is; the message says how to go on. */
public final class StateException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StateException(String message) {
        super(message);
    }

    StateException(String message, Throwable cause) {
        super(message, cause);
    }
}
