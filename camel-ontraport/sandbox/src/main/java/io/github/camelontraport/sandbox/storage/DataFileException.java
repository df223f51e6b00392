package io.github.camelontraport.sandbox.storage;

/** The data file cannot be read or written. The message is for the user who named the file. */
public final class DataFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
