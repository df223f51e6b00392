package io.github.camelontraport.api.ratelimit;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;

/** A permit that reports the end of its request to the capacity, once. */
final class LimiterPermit implements Permit {

    private final Capacity capacity;
    private final StartedRequest request;
    private final DoubleSupplier jitter;
    private final Consumer<LongConsumer> updater;
    private final AtomicBoolean released = new AtomicBoolean();

    /**
     * Stands for the request that started last. Called under the limiter's lock.
     *
     * @param updater runs an update, given the current time, under the limiter's lock and then grants waiting requests
     */
    LimiterPermit(Capacity capacity, DoubleSupplier jitter, Consumer<LongConsumer> updater) {
        this.capacity = capacity;
        this.request = capacity.lastRequest();
        this.jitter = jitter;
        this.updater = updater;
    }

    @Override
    public void answered(RateLimitHeaders headers) {
        release(now -> capacity.answered(request, headers, now));
    }

    @Override
    public void throttled(RateLimitHeaders headers) {
        release(now -> capacity.throttled(request, headers, now, jitter.getAsDouble()));
    }

    @Override
    public void unanswered() {
        release(now -> capacity.unanswered(request, now));
    }

    @Override
    public void unused() {
        release(now -> capacity.unused(request));
    }

    private void release(LongConsumer update) {
        if (released.compareAndSet(false, true)) {
            updater.accept(update);
        }
    }
}
