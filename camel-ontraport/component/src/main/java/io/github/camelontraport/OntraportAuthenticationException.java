package io.github.camelontraport;

/** HTTP 401 or 403: the credentials are wrong, or their user may not do this. */
public class OntraportAuthenticationException extends OntraportException {

    private static final long serialVersionUID = 1L;

    OntraportAuthenticationException(Failure failure) {
        super(failure);
    }
}
