package io.github.camelontraport.api.ratelimit;

/** No permit became free in time. Nothing was sent. */
public final class RateLimitTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RateLimitTimeoutException(String message) {
        super(message);
    }
}
