package io.github.camelontraport.api.http;

import java.io.IOException;

/** HTTP does not allow the request, so it was not sent. The message leaves out its headers, which hold credentials. */
public final class InvalidRequestException extends IOException {

    private static final long serialVersionUID = 1L;

    public InvalidRequestException() {
        super("its URL, its method or one of its headers is not what HTTP allows");
    }
}
