package io.github.camelontraport.api.http;

import java.io.IOException;

/** The request was sent, and the whole response did not come in time. */
public final class ResponseTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    public ResponseTimeoutException(String message) {
        super(message);
    }
}
