package io.github.camelontraport;

/** HTTP 404: there is no such record, or no such path. */
public class OntraportNotFoundException extends OntraportException {

    private static final long serialVersionUID = 1L;

    OntraportNotFoundException(Failure failure) {
        super(failure);
    }
}
