package io.github.camelontraport.api.time;

import io.github.camelontraport.api.async.Futures;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The system's clock and the timer of a scheduler, which the caller owns. Open timers are tracked, so that closing fails
 * them instead of leaving their exchanges without an answer.
 */
public final class ScheduledTimeSource implements TimeSource {

    private final ScheduledExecutorService scheduler;
    private final Set<CompletableFuture<Void>> timers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public ScheduledTimeSource(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public CompletableFuture<Void> after(Duration delay) {
        CompletableFuture<Void> timer = new CompletableFuture<>();
        timers.add(timer);
        try {
            Future<?> task = scheduler.schedule(
                    () -> timer.complete(null), TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
            Futures.onEnd(timer, (done, failure) -> {
                timers.remove(timer);
                task.cancel(false);
            });
        } catch (RuntimeException | Error e) {
            // An Error too, such as a thread that the system refuses: every wait must end.
            timers.remove(timer);
            if (!scheduler.isShutdown()) {
                timer.completeExceptionally(e);
            }
        }
        if (closed || scheduler.isShutdown()) {
            timer.cancel(false);
        }
        return timer;
    }

    /** Fails every open timer; the scheduler keeps running. */
    @Override
    public void close() {
        closed = true;
        timers.forEach(timer -> timer.cancel(false));
    }
}
