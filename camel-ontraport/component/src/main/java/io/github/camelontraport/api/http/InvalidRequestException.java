package io.github.camelontraport.api.http;

import java.io.IOException;

/** The request is not what HTTP allows. It was not sent. Says nothing of its headers, which hold credentials. */
public final class InvalidRequestException extends IOException {

    private static final long serialVersionUID = 1L;

    public InvalidRequestException() {
        super("its URL, its method or one of its headers is not what HTTP allows");
    }
}
