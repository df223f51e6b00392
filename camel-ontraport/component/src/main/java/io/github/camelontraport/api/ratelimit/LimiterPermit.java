package io.github.camelontraport.api.ratelimit;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;

/** A permit, which tells the room what became of its request. */
final class LimiterPermit implements Permit {

    private final Capacity room;
    private final long number;
    private final int own;
    private final DoubleSupplier jitter;
    private final Consumer<LongConsumer> guard;
    private final AtomicBoolean used = new AtomicBoolean();

    /**
     * For the request that was taken last, under the budget's lock.
     *
     * @param guard does something with the room and the time, under the budget's lock, and looks who may go next
     */
    LimiterPermit(Capacity room, DoubleSupplier jitter, Consumer<LongConsumer> guard) {
        this.room = room;
        this.number = room.lastRequest();
        this.own = room.admitted();
        this.jitter = jitter;
        this.guard = guard;
    }

    @Override
    public void answered(RateLimitHeaders said) {
        release(now -> room.answered(number, own, said, now));
    }

    @Override
    public void throttled(RateLimitHeaders said) {
        release(now -> room.throttled(number, own, said, now, jitter.getAsDouble()));
    }

    @Override
    public void unanswered() {
        release(now -> room.unanswered(number, now));
    }

    @Override
    public void unused() {
        release(now -> room.unused(number));
    }

    private void release(LongConsumer how) {
        if (used.compareAndSet(false, true)) {
            guard.accept(how);
        }
    }
}
