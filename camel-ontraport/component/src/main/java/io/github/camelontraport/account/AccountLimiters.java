package io.github.camelontraport.account;

import io.github.camelontraport.api.ratelimit.RateLimiter;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.TimeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rate limiters of a Camel context, one for each account. All components share them, and they outlive a restart of a
 * component, so that what was sent before it still counts. A limiter that no component uses is dropped when it remembers
 * nothing any more. Thread-safe.
 */
final class AccountLimiters extends LifecycleStrategySupport {

    private static final Logger LOG = LoggerFactory.getLogger(AccountLimiters.class);

    private final Map<AccountKey, Limiter> limiters = new HashMap<>();
    private ScheduledExecutorService scheduler;
    private TimeSource timing;

    private static final class Limiter {

        private final int limit;
        private final RateLimiter limiter;
        private int users;

        Limiter(int limit, RateLimiter limiter) {
            this.limit = limit;
            this.limiter = limiter;
        }
    }

    static synchronized AccountLimiters of(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        AccountLimiters known = extension.getContextPlugin(AccountLimiters.class);
        if (known != null) {
            return known;
        }
        AccountLimiters limiters = new AccountLimiters();
        extension.addContextPlugin(AccountLimiters.class, limiters);
        context.addLifecycleStrategy(limiters);
        return limiters;
    }

    /** A component's share of the limiter of an account; closing the share does not close the limiter. */
    synchronized RateLimiter open(
            AccountKey key, int limit, DoubleSupplier jitter, CamelContext context, ClientEnvironment environment) {
        dropUnused();
        if (scheduler == null) {
            scheduler = TimerThread.of(context, this, "OntraportRateLimit");
            timing = environment.timing(scheduler);
        }
        Limiter found = limiters.computeIfAbsent(
                key, account -> new Limiter(limit, new SlidingWindowRateLimiter(limit, timing, jitter)));
        if (found.limit != limit) {
            LOG.warn(
                    "requestsPerMinute={} has no effect: the account is limited to {} requests a minute already, by another"
                            + " component or before a restart. Give components of one account the same value.",
                    limit,
                    found.limit);
        }
        found.users++;
        return new SharedRateLimiter(found.limiter, () -> release(found));
    }

    private synchronized void release(Limiter limiter) {
        limiter.users--;
        dropUnused();
    }

    private void dropUnused() {
        limiters.values().removeIf(limiter -> limiter.users == 0 && limiter.limiter.isIdle());
    }

    /** After the components, whose last requests still need their turn. */
    @Override
    public synchronized void onContextStopped(CamelContext context) {
        limiters.values().forEach(limiter -> limiter.limiter.close());
        limiters.clear();
        if (scheduler != null) {
            timing.close();
            context.getExecutorServiceManager().shutdownNow(scheduler);
            scheduler = null;
        }
    }
}
