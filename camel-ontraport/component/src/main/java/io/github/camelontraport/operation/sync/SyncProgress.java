package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.ObjLongConsumer;

/** How far a run is. Thread-safe. */
public final class SyncProgress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final SyncMode mode;
    private final String type;
    private final OptionalLong size;
    private final TimeSource time;
    private final IntSupplier requests;
    private final ObjLongConsumer<SyncCount> counted;
    private final long started;
    private final Map<SyncCount, AtomicLong> counts = new EnumMap<>(SyncCount.class);
    private volatile long run;

    /** @param counted is given what is added to each count */
    SyncProgress(
            SyncMode mode,
            String type,
            OptionalLong size,
            TimeSource time,
            IntSupplier requests,
            ObjLongConsumer<SyncCount> counted) {
        this.mode = mode;
        this.type = type;
        this.size = size;
        this.time = time;
        this.requests = requests;
        this.counted = counted;
        this.started = time.nanoTime();
        for (SyncCount count : SyncCount.values()) {
            counts.put(count, new AtomicLong());
        }
    }

    void run(long number) {
        run = number;
    }

    void add(SyncCount count, long more) {
        counts.get(count).addAndGet(more);
        if (more > 0 && count != SyncCount.READ) {
            counted.accept(count, more);
        }
    }

    public long get(SyncCount count) {
        return counts.get(count).get();
    }

    public SyncMode mode() {
        return mode;
    }

    /** The object type, such as contacts. */
    public String type() {
        return type;
    }

    /** The number of rows, where it is known. */
    public OptionalLong size() {
        return size;
    }

    public int requests() {
        return requests.getAsInt();
    }

    public Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - started);
    }

    /** Rows that are done, in a second. */
    public double rowsPerSecond() {
        return done() * NANOS_PER_SECOND / Math.max(1, time.nanoTime() - started);
    }

    private long done() {
        return get(SyncCount.CREATED)
                + get(SyncCount.UPDATED)
                + get(SyncCount.UNCHANGED)
                + get(SyncCount.SUPERSEDED)
                + get(SyncCount.REJECTED)
                + get(SyncCount.UNCLEAR);
    }

    /** The time that the rest takes at this rate; null where the number of rows is not known, or no row is done. */
    public Duration left() {
        long done = done();
        if (size.isEmpty() || done == 0) {
            return null;
        }
        long rest = Math.max(0, size.getAsLong() - done);
        return Duration.ofNanos((long) ((time.nanoTime() - started) * ((double) rest / done)));
    }

    /** The counts as routes get them. */
    Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("mode", mode.name());
        report.put("run", run);
        counts.forEach((count, value) -> report.put(count.label(), value.get()));
        report.put("requests", (long) requests());
        report.put("duration", elapsed());
        return report;
    }

    /** Rows that were read and not brought to an end count as not read, so that the sum is right. */
    Map<String, Object> reportOfEnded() {
        Map<String, Object> report = report();
        report.put(SyncCount.READ.label(), done());
        return report;
    }

    /** One line for a log. */
    public String line() {
        Duration left = left();
        return String.format(
                Locale.ROOT,
                "Sync of %s: %d%s rows, %.1f rows a second, %d requests%s",
                type,
                done(),
                size.isPresent() ? " of " + size.getAsLong() : "",
                rowsPerSecond(),
                requests(),
                left == null ? "" : ", about " + left.toSeconds() + " s left");
    }
}
