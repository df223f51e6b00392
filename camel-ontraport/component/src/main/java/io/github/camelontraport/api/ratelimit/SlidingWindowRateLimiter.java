package io.github.camelontraport.api.ratelimit;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.log.SafeLogger;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Lets at most {@code limit} own requests start in any rolling minute, and fewer when the server's replies show that
 * others use the account or that its limit is lower. The queue holds one entry for each exchange that waits, so it is
 * bounded by their number, and in time by how long each of them waits.
 */
public final class SlidingWindowRateLimiter implements RateLimiter {

    private static final SafeLogger LOG = SafeLogger.of(SlidingWindowRateLimiter.class);
    /** One run of this program alone keeps the limit. */
    private static final String OTHERS = " (another program, or an earlier run of this one, uses the account, too)";

    /** Beyond it nanoseconds would overflow. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    private final TimeSource timeSource;
    private final DoubleSupplier jitter;

    /** How deeply completions that end at once nest on one thread before the next ones are put off. */
    private static final int MAX_NESTING = 16;

    @SuppressWarnings("ThreadLocalUsage") // of this limiter: a thread may be inside another account's at the same time
    private final ThreadLocal<Nesting> nesting = new ThreadLocal<>();

    private final Object lock = new Object();
    private final PermitQueue queue = new PermitQueue();
    private final Capacity capacity;
    private Long nextWakeUp;
    private Long lastLog;
    private boolean closed;

    /**
     * @param jitter numbers from 0 to 1; spreads the end of a pause so that programs sharing the account do not all
     *               come back in the same instant
     */
    public SlidingWindowRateLimiter(int limit, TimeSource timeSource, DoubleSupplier jitter) {
        this.timeSource = timeSource;
        this.jitter = jitter;
        this.capacity = new Capacity(limit);
    }

    @Override
    public CompletableFuture<Permit> acquire(Priority priority, Duration maxWait) {
        Duration wait = maxWait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : maxWait;
        PendingAcquire pending;
        synchronized (lock) {
            long now = timeSource.nanoTime();
            if (passes(now)) {
                return CompletableFuture.completedFuture(new LimiterPermit(capacity, jitter, this::update));
            }
            pending = queue.add(priority, now + wait.toNanos());
        }
        Futures.onEnd(pending.permit(), (permit, failure) -> {
            if (failure instanceof CancellationException) {
                remove(pending);
            }
        });
        drainQueue();
        return pending.permit();
    }

    /** Whether a call may start although it never waited: none waits before it. */
    private boolean passes(long now) {
        if (closed || queue.size() > 0) {
            return false;
        }
        capacity.expire(now);
        if (!capacity.tryAcquire(now)) {
            return false;
        }
        queue.onPassed();
        return true;
    }

    private void remove(PendingAcquire pending) {
        synchronized (lock) {
            queue.remove(pending);
        }
    }

    @Override
    public RateLimiterStatus status() {
        synchronized (lock) {
            long now = timeSource.nanoTime();
            capacity.expire(now);
            return status(now);
        }
    }

    private RateLimiterStatus status(long now) {
        return new RateLimiterStatus(
                capacity.limit(), closed ? 0 : capacity.remaining(now), queue.size(), capacity.pauseLeft(now));
    }

    @Override
    public boolean isIdle() {
        synchronized (lock) {
            capacity.expire(timeSource.nanoTime());
            return queue.size() == 0 && capacity.isIdle();
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        drainQueue();
    }

    /** The drains under way on one thread. */
    private static final class Nesting {

        private int depth;
        private boolean repeat;
    }

    /**
     * Drains the queue. Completions that release their permit at once drain again, one inside the other; beyond a depth
     * the drain is left to the enclosing one, as a long queue would overflow the stack.
     */
    private void drainQueue() {
        Nesting mine = nesting.get();
        if (mine == null) {
            mine = new Nesting();
            nesting.set(mine);
        }
        if (mine.depth == MAX_NESTING) {
            mine.repeat = true;
            return;
        }
        mine.depth++;
        try {
            do {
                mine.repeat = false;
                drainOnce();
            } while (mine.repeat);
        } finally {
            mine.depth--;
            if (mine.depth == 0) {
                nesting.remove();
            }
        }
    }

    /** Grants what may start, fails what waited too long, and sets the timer for the next change. */
    private void drainOnce() {
        List<Runnable> completions = new ArrayList<>();
        Long wakeUp;
        RateLimiterStatus toLog;
        synchronized (lock) {
            long now = timeSource.nanoTime();
            capacity.expire(now);
            while (!closed && queue.size() > 0 && capacity.tryAcquire(now)) {
                PendingAcquire pending = queue.poll();
                LimiterPermit permit = new LimiterPermit(capacity, jitter, this::update);
                completions.add(() -> grant(pending, permit));
            }
            failLate(now, completions);
            wakeUp = nextWakeUp(now);
            toLog = isLogDue(now) ? status(now) : null;
        }
        // Outside the lock: completions run code of others, and a timer may fire while it is being set.
        if (wakeUp != null) {
            setTimer(wakeUp);
        }
        runAll(completions);
        if (toLog != null) {
            logWaiting(toLog);
        }
    }

    /** Runs every completion, also when one throws. */
    private static void runAll(List<Runnable> completions) {
        Throwable thrown = null;
        for (Runnable completion : completions) {
            try {
                completion.run();
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
        }
        if (thrown != null) {
            LOG.warn("A call failed when it was granted a permit", thrown);
        }
    }

    private void setTimer(long at) {
        CompletableFuture<Void> timer;
        try {
            timer = timeSource.after(Duration.ofNanos(Math.max(0, at - timeSource.nanoTime())));
        } catch (RuntimeException | Error e) {
            timer = CompletableFuture.failedFuture(e);
        }
        Futures.onEnd(timer, (done, failure) -> onTimer(at, failure));
    }

    private static void grant(PendingAcquire pending, LimiterPermit permit) {
        if (!pending.permit().complete(permit)) {
            permit.unused();
        }
    }

    /** Once a minute while calls wait, so that a slow program can be distinguished from one that hangs. */
    private boolean isLogDue(long now) {
        boolean due = queue.size() > 0 && (lastLog == null || now - lastLog >= SlidingWindow.LENGTH);
        if (due) {
            lastLog = now;
        }
        return due;
    }

    private static void logWaiting(RateLimiterStatus status) {
        LOG.info(
                "{} calls wait for their turn in the account's {} requests a minute{}",
                status.waiting(),
                status.limit(),
                status.pausedFor().isZero()
                        ? ""
                        : ", paused after HTTP 429 for another " + seconds(status.pausedFor()) + OTHERS);
    }

    private void failLate(long now, List<Runnable> completions) {
        for (PendingAcquire pending = queue.earliestDeadline();
                pending != null && (closed || now - pending.deadline() >= 0);
                pending = queue.earliestDeadline()) {
            queue.remove(pending);
            RuntimeException failure = closed
                    ? new CancellationException("The budget was closed while the call waited for its turn")
                    : new RateLimitTimeoutException(timeoutMessage(now));
            CompletableFuture<Permit> permit = pending.permit();
            completions.add(() -> permit.completeExceptionally(failure));
        }
    }

    private String timeoutMessage(long now) {
        Duration pause = capacity.pauseLeft(now);
        return pause.isZero()
                ? "No request of the account's budget of " + capacity.limit() + " a minute became free"
                : "The account is paused after HTTP 429 for another " + seconds(pause) + OTHERS
                        + ", and no request became free";
    }

    private static String seconds(Duration time) {
        return time.plusMillis(999).toSeconds() + " s";
    }

    /** When to drain the queue again, or null when the timer that is set fires early enough. */
    private Long nextWakeUp(long now) {
        if (queue.size() == 0) {
            return null;
        }
        long wait = LongStream.concat(LongStream.of(queue.earliestDeadline().deadline()), capacity.nextChanges(now))
                .map(at -> at - now)
                .filter(left -> left > 0)
                .min()
                .orElse(SlidingWindow.LENGTH);
        long at = now + wait;
        if (nextWakeUp != null && at - nextWakeUp >= 0) {
            return null;
        }
        nextWakeUp = at;
        return at;
    }

    private void onTimer(long at, Throwable failure) {
        if (failure instanceof CancellationException) {
            close();
            return;
        }
        List<PendingAcquire> stranded;
        synchronized (lock) {
            if (nextWakeUp != null && nextWakeUp == at) {
                nextWakeUp = null;
            }
            stranded = failure == null ? List.of() : queue.removeAll();
        }
        // Without a timer they would never be granted; later calls may succeed.
        stranded.forEach(pending -> pending.permit()
                .completeExceptionally(new RejectedExecutionException(
                        "The call cannot wait for its turn, as the program's timer takes no more alarms", failure)));
        drainQueue();
    }

    private void update(LongConsumer change) {
        synchronized (lock) {
            change.accept(timeSource.nanoTime());
            if (queue.size() == 0) {
                return;
            }
        }
        drainQueue();
    }
}
