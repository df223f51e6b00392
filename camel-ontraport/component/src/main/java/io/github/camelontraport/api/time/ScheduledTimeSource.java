package io.github.camelontraport.api.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Timing by the system's clock and a scheduler that somebody else owns. Every alarm is known, so that closing ends
 * the waits instead of leaving their exchanges without an answer.
 */
public final class ScheduledTimeSource implements TimeSource {

    private final ScheduledExecutorService scheduler;
    private final Set<CompletableFuture<Void>> alarms = ConcurrentHashMap.newKeySet();
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
        CompletableFuture<Void> alarm = new CompletableFuture<>();
        alarms.add(alarm);
        try {
            Future<?> task = scheduler.schedule(
                    () -> alarm.complete(null), TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
            alarm.whenComplete((done, failure) -> {
                alarms.remove(alarm);
                task.cancel(false);
            });
        } catch (RejectedExecutionException e) {
            alarms.remove(alarm);
            if (!scheduler.isShutdown()) {
                alarm.completeExceptionally(e);
            }
        }
        if (closed || scheduler.isShutdown()) {
            alarm.cancel(false);
        }
        return alarm;
    }

    /** Ends every wait exceptionally; the scheduler itself is left to its owner. */
    @Override
    public void close() {
        closed = true;
        alarms.forEach(alarm -> alarm.cancel(false));
    }
}
