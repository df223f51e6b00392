package io.github.camelontraport.api.http;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The deadlines of all requests under way, with one timer for the earliest. A timer for each request would wake a thread
 * with every request and hardly ever be needed. Thread-safe.
 */
final class ResponseTimeouts {

    // By difference, as the clock may overflow.
    private static final Comparator<Deadline> EARLIEST_FIRST = ((Comparator<Deadline>)
                    (one, other) -> Long.signum(one.at - other.at))
            .thenComparingLong(one -> one.number);

    private final TimeSource timeSource;
    private final TreeSet<Deadline> open = new TreeSet<>(EARLIEST_FIRST);
    private long count;
    private Long timerAt;

    ResponseTimeouts(TimeSource timeSource) {
        this.timeSource = timeSource;
    }

    /** Calls {@code onTimeout} once unless cancelled: after that time, or as soon as no timer can be set for it. */
    Deadline after(Duration time, Consumer<IOException> onTimeout) {
        Deadline deadline;
        synchronized (this) {
            deadline = new Deadline(timeSource.nanoTime() + time.toNanos(), count++, onTimeout);
            open.add(deadline);
            if (timerAt != null && deadline.at - timerAt >= 0) {
                return deadline;
            }
        }
        setTimer();
        return deadline;
    }

    private void setTimer() {
        long at;
        synchronized (this) {
            if (open.isEmpty() || (timerAt != null && open.first().at - timerAt >= 0)) {
                return;
            }
            at = open.first().at;
            timerAt = at;
        }
        CompletableFuture<Void> timer;
        try {
            timer = timeSource.after(Duration.ofNanos(Math.max(0, at - timeSource.nanoTime())));
        } catch (RuntimeException | Error e) {
            timer = CompletableFuture.failedFuture(e);
        }
        Futures.onEnd(timer, (unused, failure) -> onTimer(at, failure));
    }

    private void onTimer(long at, Throwable failure) {
        // A refused timer is not set again, and without one a request might never end.
        boolean refused = failure != null && !(failure instanceof CancellationException);
        List<Deadline> passed = new ArrayList<>();
        synchronized (this) {
            if (timerAt != null && timerAt == at) {
                timerAt = null;
            }
            while (!open.isEmpty() && (refused || (failure == null && open.first().at - timeSource.nanoTime() <= 0))) {
                passed.add(open.pollFirst());
            }
        }
        IOException timeout = refused
                ? new IOException("no alarm could be set for the end of the reply", failure)
                : new ResponseTimeoutException("no whole reply in time");
        passed.forEach(deadline -> deadline.onTimeout.accept(timeout));
        if (failure == null) {
            setTimer();
        }
    }

    /** The deadline of one request. */
    final class Deadline {

        private final long at;
        private final long number;
        private final Consumer<IOException> onTimeout;

        private Deadline(long at, long number, Consumer<IOException> onTimeout) {
            this.at = at;
            this.number = number;
            this.onTimeout = onTimeout;
        }

        /** The request has ended. */
        void cancel() {
            synchronized (ResponseTimeouts.this) {
                open.remove(this);
            }
        }
    }
}
