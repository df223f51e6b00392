package io.github.camelontraport.benchmarks.measure;

import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** Time that passes as fast as its alarms are answered. For one thread. */
public final class VirtualTime implements TimeSource {

    private record Alarm(long at, long order, CompletableFuture<Void> future) implements Comparable<Alarm> {

        @Override
        public int compareTo(Alarm other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long now;
    private long set;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(0, now);
    }

    @Override
    public CompletableFuture<Void> after(Duration delay) {
        Alarm alarm = new Alarm(now + Math.max(0, delay.toNanos()), set++, new CompletableFuture<>());
        alarms.add(alarm);
        return alarm.future();
    }

    @Override
    public void close() {
        alarms.forEach(alarm -> alarm.future().cancel(false));
        alarms.clear();
    }

    /** Goes from alarm to alarm until so much time has passed. */
    public void pass(Duration time) {
        long end = now + time.toNanos();
        while (!alarms.isEmpty() && alarms.peek().at() <= end) {
            Alarm alarm = alarms.poll();
            now = alarm.at();
            alarm.future().complete(null);
        }
        now = end;
    }
}
