package io.github.camelontraport.api.ratelimit;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import java.util.concurrent.CompletableFuture;

/**
 * A request that waits for a permit.
 *
 * @param number   ascending in the order of arrival
 * @param deadline in nanoseconds of the limiter's clock
 * @param permit   completed with the permit
 */
record PendingAcquire(Priority priority, long number, long deadline, CompletableFuture<Permit> permit) {

    /** By the number alone, as the queue looks it up for every request. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PendingAcquire pending && pending.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
