package io.github.camelontraport.poll.checkpoint;

/** Another consumer changed the stored state since this one read or wrote it. Nothing was written. */
public final class StateConflictException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StateConflictException(String message) {
        super(message);
    }

    /** The state is not what was last read or written here. */
    public static StateConflictException changed(String key) {
        return new StateConflictException("The state under the key '" + key + "' is not what was last read or written"
                + " here: another consumer works with the same key. Run one consumer per key, by a stateKey for each or,"
                + " in a cluster, by master: before the URI. A consumer reads the state again and goes on from it");
    }
}
