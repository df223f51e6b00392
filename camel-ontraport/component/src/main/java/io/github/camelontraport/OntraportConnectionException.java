package io.github.camelontraport;

/** No connection, no reply in time, or one cut short; see {@link #isOutcomeUnknown()}. */
public class OntraportConnectionException extends OntraportException {

    private static final long serialVersionUID = 1L;

    OntraportConnectionException(Failure failure) {
        super(failure);
    }
}
