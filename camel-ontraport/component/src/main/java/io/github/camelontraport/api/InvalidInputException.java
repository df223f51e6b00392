package io.github.camelontraport.api;

/**
 * The caller's input was refused before anything was sent. The message names what was found and what is allowed, and
 * never holds a secret.
 */
public class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
