package io.github.camelontraport;

/** The card was declined. */
public class OntraportDeclinedException extends OntraportException {

    private static final long serialVersionUID = 1L;

    OntraportDeclinedException(Failure failure) {
        super(failure);
    }
}
