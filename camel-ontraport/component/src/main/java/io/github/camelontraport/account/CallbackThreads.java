package io.github.camelontraport.account;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs callbacks into routes on few threads, however many come at once. Routes may block, even until another callback has
 * run: when a callback waits too long, the number of threads doubles, up to one for each that waits. Thread-safe.
 */
final class CallbackThreads implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackThreads.class);

    /** Long against the steps of a route that do not block, and short against those that do. */
    static final Duration MAX_CALLBACK_DELAY = Duration.ofMillis(100);

    private final Executor threads;
    private final TimeSource timeSource;
    private final int usual;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int workers;
    /** Those of the workers that have not begun. */
    private int starting;

    private boolean timerSet;

    private record Waiting(Runnable callback, long since) {}

    /**
     * @param threads makes a thread for each task
     * @param usual   threads at most, as long as no callback waits too long
     */
    CallbackThreads(Executor threads, TimeSource timeSource, int usual) {
        this.threads = threads;
        this.timeSource = timeSource;
        this.usual = usual;
    }

    /** @throws java.util.concurrent.RejectedExecutionException when there is no thread; the callback is not run then */
    @Override
    public void execute(Runnable callback) {
        Waiting added = new Waiting(callback, timeSource.nanoTime());
        boolean start;
        synchronized (this) {
            waiting.add(added);
            start = workers < usual;
            workers += start ? 1 : 0;
            starting += start ? 1 : 0;
        }
        if (!start) {
            setTimer();
            return;
        }
        try {
            threads.execute(this::work);
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                workers--;
                starting--;
                if (!waiting.remove(added)) {
                    // Another thread has taken it.
                    return;
                }
            }
            throw e;
        }
    }

    private void work() {
        synchronized (this) {
            starting--;
        }
        for (Runnable callback = next(); callback != null; callback = next()) {
            try {
                callback.run();
            } catch (RuntimeException | Error e) {
                LOG.error("A callback into a route failed", e);
            }
        }
    }

    private synchronized Runnable next() {
        Waiting first = waiting.poll();
        if (first == null) {
            workers--;
            return null;
        }
        return first.callback;
    }

    private void setTimer() {
        synchronized (this) {
            if (timerSet || waiting.isEmpty()) {
                return;
            }
            timerSet = true;
        }
        Futures.onEnd(timeSource.after(MAX_CALLBACK_DELAY), (unused, failure) -> {
            synchronized (this) {
                timerSet = false;
            }
            // Also when the time source is closed: what waits must run.
            grow(failure != null);
            if (failure == null) {
                setTimer();
            }
        });
    }

    private void grow(boolean always) {
        int added;
        synchronized (this) {
            boolean late =
                    !waiting.isEmpty() && timeSource.nanoTime() - waiting.peek().since >= MAX_CALLBACK_DELAY.toNanos();
            added = late || always ? Math.max(0, Math.min(Math.max(workers, 1), waiting.size() - starting)) : 0;
            workers += added;
            starting += added;
        }
        for (int i = 0; i < added; i++) {
            try {
                threads.execute(this::work);
            } catch (RuntimeException | Error e) {
                LOG.debug("No further thread for callbacks into routes", e);
                synchronized (this) {
                    workers--;
                    starting--;
                }
            }
        }
    }
}
