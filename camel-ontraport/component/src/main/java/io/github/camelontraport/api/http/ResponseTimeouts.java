package io.github.camelontraport.api.http;

import io.github.camelontraport.api.time.TimeSource;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * The deadlines of all requests under way, with one alarm for the earliest. One for each request would wake a thread
 * with every request and hardly ever for a reason. Thread-safe.
 */
final class ResponseTimeouts {

    // By difference, as the clock may overflow.
    private static final Comparator<Deadline> EARLIEST_FIRST = ((Comparator<Deadline>)
                    (one, other) -> Long.signum(one.at - other.at))
            .thenComparingLong(one -> one.number);

    private final TimeSource timing;
    private final TreeSet<Deadline> open = new TreeSet<>(EARLIEST_FIRST);
    private long count;
    private Long alarm;

    ResponseTimeouts(TimeSource timing) {
        this.timing = timing;
    }

    /** Tells {@code late} why a request is given up: that time has passed, or it cannot be measured. Not if it is met before. */
    Deadline after(Duration time, Consumer<IOException> late) {
        Deadline deadline;
        synchronized (this) {
            deadline = new Deadline(timing.nanoTime() + time.toNanos(), count++, late);
            open.add(deadline);
        }
        setAlarm();
        return deadline;
    }

    private void setAlarm() {
        long at;
        synchronized (this) {
            if (open.isEmpty() || alarm != null && open.first().at - alarm >= 0) {
                return;
            }
            at = open.first().at;
            alarm = at;
        }
        timing.after(Duration.ofNanos(Math.max(0, at - timing.nanoTime())))
                .whenComplete((unused, stopped) -> ring(at, stopped));
    }

    private void ring(long at, Throwable stopped) {
        // A refused alarm is not set again, and without one a request might never end.
        boolean refused = stopped != null && !(stopped instanceof CancellationException);
        List<Deadline> missed = new ArrayList<>();
        synchronized (this) {
            if (alarm != null && alarm == at) {
                alarm = null;
            }
            while (!open.isEmpty() && (refused || stopped == null && open.first().at - timing.nanoTime() <= 0)) {
                missed.add(open.pollFirst());
            }
        }
        IOException why = refused
                ? new IOException("no alarm could be set for the end of the reply", stopped)
                : new HttpTimeoutException("no whole reply in time");
        missed.forEach(deadline -> deadline.late.accept(why));
        if (stopped == null) {
            setAlarm();
        }
    }

    /** One of them. */
    final class Deadline {

        private final long at;
        private final long number;
        private final Consumer<IOException> late;

        private Deadline(long at, long number, Consumer<IOException> late) {
            this.at = at;
            this.number = number;
            this.late = late;
        }

        /** It is not needed any more. */
        void cancel() {
            synchronized (ResponseTimeouts.this) {
                open.remove(this);
            }
        }
    }
}
