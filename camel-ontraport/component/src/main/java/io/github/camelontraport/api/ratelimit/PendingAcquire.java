package io.github.camelontraport.api.ratelimit;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody who waits for a permit.
 *
 * @param number   the smaller, the earlier it came
 * @param deadline in nanoseconds of the budget's clock
 */
record PendingAcquire(Priority priority, long number, long deadline, CompletableFuture<Permit> permit) {

    /** By its number alone, as it is looked for with every request. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PendingAcquire waiter && waiter.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
