package io.github.camelontraport.poll.checkpoint;

/** The stored state cannot be used. It is left as it is; the message says how to go on. */
public final class CheckpointException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }

    CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
