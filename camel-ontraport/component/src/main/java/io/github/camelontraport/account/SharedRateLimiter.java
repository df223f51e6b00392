package io.github.camelontraport.account;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.ratelimit.Priority;
import io.github.camelontraport.api.ratelimit.RateLimiter;
import io.github.camelontraport.api.ratelimit.RateLimiterStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A component's share of a limiter that other components use, too. Closing it ends the waits of this component only. */
final class SharedRateLimiter implements RateLimiter {

    private final RateLimiter shared;
    private final Runnable onClose;
    private final Set<CompletableFuture<Permit>> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    SharedRateLimiter(RateLimiter shared, Runnable onClose) {
        this.shared = shared;
        this.onClose = onClose;
    }

    @Override
    public CompletableFuture<Permit> acquire(Priority priority, Duration maxWait) {
        CompletableFuture<Permit> permit = shared.acquire(priority, maxWait);
        waiting.add(permit);
        Futures.onEnd(permit, (granted, failure) -> waiting.remove(permit));
        if (closed.get()) {
            permit.cancel(false);
        }
        return permit;
    }

    @Override
    public RateLimiterStatus status() {
        return shared.status();
    }

    @Override
    public boolean isIdle() {
        return shared.isIdle();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            List.copyOf(waiting).forEach(permit -> permit.cancel(false));
            onClose.run();
        }
    }
}
