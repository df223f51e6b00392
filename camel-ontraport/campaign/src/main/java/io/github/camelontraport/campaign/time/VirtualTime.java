package io.github.camelontraport.campaign.time;

import io.github.camelontraport.api.time.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** The time of a world, which moves from alarm to alarm. The clocks of account and program can be set apart. Thread-safe. */
public final class VirtualTime {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    /** Before the overflow of the counter, as {@link System#nanoTime()} may be. */
    private static final long ORIGIN = Long.MAX_VALUE - Duration.ofHours(1).toNanos();

    private final TreeSet<Alarm> alarms =
            new TreeSet<>(Comparator.comparingLong(Alarm::at).thenComparingLong(Alarm::number));
    private long now;
    private long count;
    private Duration accountStep = Duration.ZERO;
    private Duration programStep = Duration.ZERO;

    private record Alarm(long at, long number, CompletableFuture<Void> rings) {}

    /** Nanoseconds since the beginning of the world. */
    public synchronized long elapsed() {
        return now;
    }

    /** Moves the account's clock on or, by a negative duration, back. */
    public synchronized void stepAccount(Duration by) {
        accountStep = accountStep.plus(by);
    }

    /** Moves the time of day of the program's machine. */
    public synchronized void stepProgram(Duration by) {
        programStep = programStep.plus(by);
    }

    private synchronized Instant account() {
        return BEGAN.plusNanos(now).plus(accountStep);
    }

    synchronized Instant program() {
        return BEGAN.plusNanos(now).plus(programStep);
    }

    long nanoTime() {
        return ORIGIN + elapsed();
    }

    /** Rings after the delay. Cancelling it removes it. */
    public CompletableFuture<Void> after(Duration delay) {
        CompletableFuture<Void> rings = new CompletableFuture<>();
        Alarm alarm;
        synchronized (this) {
            alarm = new Alarm(now + Math.max(0, delay.toNanos()), count++, rings);
            alarms.add(alarm);
        }
        CompletableFuture<Void> unused = rings.whenComplete((done, failure) -> remove(alarm));
        return rings;
    }

    private synchronized void remove(Alarm alarm) {
        alarms.remove(alarm);
    }

    /**
     * Moves on to the next alarm and rings it; without one, to the end of the given time.
     *
     * @return whether an alarm rang
     */
    boolean next(long until) {
        Alarm next;
        synchronized (this) {
            next = alarms.isEmpty() || alarms.first().at > until ? null : alarms.pollFirst();
            now = next == null ? Math.max(now, until) : Math.max(now, next.at);
        }
        return next != null && next.rings.complete(null);
    }

    /** As {@link #next}; without an alarm in that time, no time passes. */
    boolean nextIfAny(long until) {
        synchronized (this) {
            if (alarms.isEmpty() || alarms.first().at > until) {
                return false;
            }
        }
        return next(until);
    }

    /** The clock and the timers of one program. */
    public TimeSource source() {
        return new ProgramTime(this);
    }

    /** The clock of the account. */
    public Clock accountClock() {
        InstantSource source = this::account;
        return source.withZone(ZoneOffset.UTC);
    }
}
