package io.github.camelontraport.api.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** A clock that stands still until a test moves it, and then passes every alarm at its own moment. Thread-safe. */
public final class ManualTimeSource implements TimeSource {

    private record Alarm(long at, long number, CompletableFuture<Void> rings) {}

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::at).thenComparingLong(Alarm::number));
    private final List<Duration> asked = new ArrayList<>();
    // Near the overflow of the counter, which System.nanoTime() may be as well.
    private long now = Long.MAX_VALUE - Duration.ofSeconds(90).toNanos();
    private final long began = now;
    private long count;
    private boolean full;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public Instant now() {
        return BEGAN.plusNanos(elapsed());
    }

    @Override
    public synchronized CompletableFuture<Void> after(Duration delay) {
        asked.add(delay);
        if (full) {
            return CompletableFuture.failedFuture(new RejectedExecutionException("of a test"));
        }
        CompletableFuture<Void> rings = new CompletableFuture<>();
        alarms.add(new Alarm(elapsed() + delay.toNanos(), count++, rings));
        return rings;
    }

    /** Whether no more timers can be set. */
    public synchronized void full(boolean value) {
        full = value;
    }

    /** Moves the clock on, ringing what is due on the way, also what is set by what rings. */
    public void advance(Duration duration) {
        long until = elapsed() + duration.toNanos();
        for (Alarm next = due(until); next != null; next = due(until)) {
            next.rings.complete(null);
        }
        synchronized (this) {
            now = began + until;
        }
    }

    private synchronized Alarm due(long until) {
        if (alarms.isEmpty() || alarms.peek().at > until) {
            return null;
        }
        Alarm next = alarms.poll();
        now = Math.max(elapsed(), next.at) + began;
        return next;
    }

    /** Nanoseconds since this timing was made. */
    public synchronized long elapsed() {
        return now - began;
    }

    /** Every delay that was asked for, in order. */
    public synchronized List<Duration> asked() {
        return List.copyOf(asked);
    }

    /** Alarms that have not rung yet. */
    public synchronized int pending() {
        return alarms.size();
    }

    /** Ends every wait, as when the component stops. */
    @Override
    public void close() {
        List<Alarm> left;
        synchronized (this) {
            left = List.copyOf(alarms);
            alarms.clear();
        }
        left.forEach(alarm -> alarm.rings.cancel(false));
    }

    /** The time of day for what wants a clock. */
    public Clock clock() {
        InstantSource source = this::now;
        return source.withZone(ZoneOffset.UTC);
    }
}
