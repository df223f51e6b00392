package io.github.camelontraport.api;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How often and after which pauses a call is sent again: exponential, capped, and spread so that many exchanges that
 * failed together do not come back together.
 *
 * @param maxRetries retries after the first attempt; 0 for none
 * @param delay      pause before the first retry, doubled with each further one
 * @param maxDelay   longest pause
 * @param jitter     numbers from 0 (inclusive) to 1 (exclusive); the pause is between half and all of its length
 */
public record RetryPolicy(int maxRetries, Duration delay, Duration maxDelay, DoubleSupplier jitter) {

    private static final int DOUBLINGS_THAT_FIT = 30;

    boolean allows(int failedAttempts) {
        return failedAttempts <= maxRetries;
    }

    /** The pause before the next attempt; {@code failedAttempts} counts from 1. */
    public Duration pauseAfter(int failedAttempts) {
        long factor = 1L << Math.min(failedAttempts - 1, DOUBLINGS_THAT_FIT);
        double millis = Math.min((double) delay.toMillis() * factor, (double) maxDelay.toMillis());
        return Duration.ofMillis((long) (millis * (0.5 + jitter.getAsDouble() / 2)));
    }
}
