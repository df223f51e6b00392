package io.github.camelontraport.api.http;

import java.io.IOException;

/** No connection was there to send the request over: nothing of it has left this process. */
public final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean transientFault;

    /** @param transientFault whether the same request may find a connection later */
    public NotSentException(String message, boolean transientFault, Throwable cause) {
        super(message, cause);
        this.transientFault = transientFault;
    }

    /** Whether sending the request again can help. */
    public boolean isTransient() {
        return transientFault;
    }
}
