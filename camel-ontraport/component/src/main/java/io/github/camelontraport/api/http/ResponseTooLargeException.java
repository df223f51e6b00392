package io.github.camelontraport.api.http;

import java.io.IOException;

/** The response was longer than allowed and was not read to its end. The request has been executed. */
public final class ResponseTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(int maxSize) {
        super("The reply is longer than " + maxSize
                + " bytes; ask for fewer records (pageSize) or fields (listFields)");
    }
}
