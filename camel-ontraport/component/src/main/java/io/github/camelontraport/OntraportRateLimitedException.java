package io.github.camelontraport;

/** No request of the account's budget became free within rateLimitTimeout. Nothing was executed. */
public class OntraportRateLimitedException extends OntraportException {

    private static final long serialVersionUID = 1L;

    OntraportRateLimitedException(Failure failure) {
        super(failure);
    }
}
