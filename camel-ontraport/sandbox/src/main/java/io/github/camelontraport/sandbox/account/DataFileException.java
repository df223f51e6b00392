package io.github.camelontraport.sandbox.account;

/** A data file that cannot be used, with a message for whoever named it. */
public final class DataFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
