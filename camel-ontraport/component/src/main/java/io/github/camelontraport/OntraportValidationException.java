package io.github.camelontraport;

/** Refused before sending, or by the API with HTTP 400 or 422. */
public class OntraportValidationException extends OntraportException {

    private static final long serialVersionUID = 1L;

    OntraportValidationException(Failure failure) {
        super(failure);
    }
}
