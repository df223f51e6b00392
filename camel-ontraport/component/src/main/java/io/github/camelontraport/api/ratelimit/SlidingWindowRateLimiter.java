package io.github.camelontraport.api.ratelimit;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets at most {@code limit} requests of ours start in any rolling minute, and fewer when the server's replies show
 * that others use the account or that its limit is lower. A waiter is an exchange that exists anyway, so the queue is
 * as bounded as they are, and in time by what each is willing to wait.
 */
public final class SlidingWindowRateLimiter implements RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(SlidingWindowRateLimiter.class);
    /** Beyond it nanoseconds would overflow. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    private final TimeSource timing;
    private final DoubleSupplier jitter;

    private final Object lock = new Object();
    private final PermitQueue waiters = new PermitQueue();
    private final Capacity room;
    private Long nextLook;
    private Long toldOfWaiting;
    private boolean closed;

    /**
     * @param jitter numbers from 0 to 1; spreads the end of a pause so that programs sharing the account do not all
     *               come back in the same instant
     */
    public SlidingWindowRateLimiter(int limit, TimeSource timing, DoubleSupplier jitter) {
        this.timing = timing;
        this.jitter = jitter;
        this.room = new Capacity(limit);
    }

    @Override
    public CompletableFuture<Permit> acquire(Priority priority, Duration longest) {
        Duration patience = longest.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longest;
        PendingAcquire waiter;
        synchronized (lock) {
            waiter = waiters.add(priority, timing.nanoTime() + patience.toNanos());
        }
        waiter.permit().whenComplete((permit, failure) -> {
            if (failure instanceof CancellationException) {
                forget(waiter);
            }
        });
        drainQueue();
        return waiter.permit();
    }

    private void forget(PendingAcquire waiter) {
        synchronized (lock) {
            waiters.remove(waiter);
        }
    }

    @Override
    public RateLimiterStatus status() {
        synchronized (lock) {
            long now = timing.nanoTime();
            room.expire(now);
            return new RateLimiterStatus(
                    room.limit(), closed ? 0 : room.remaining(now), waiters.size(), room.pauseLeft(now));
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        drainQueue();
    }

    /** Lets go whoever may start, refuses whoever waited too long, and sets the alarm for the next change. */
    private void drainQueue() {
        List<Runnable> answers = new ArrayList<>();
        Long alarm;
        int waiting;
        synchronized (lock) {
            long now = timing.nanoTime();
            room.expire(now);
            while (!closed && waiters.size() > 0 && room.tryAcquire(now)) {
                PendingAcquire waiter = waiters.poll();
                LimiterPermit slot = new LimiterPermit(room, jitter, this::guarded);
                answers.add(() -> give(waiter, slot));
            }
            refuseLate(now, answers);
            alarm = nextAlarm(now);
            waiting = tellsOfWaiting(now) ? waiters.size() : 0;
        }
        if (waiting > 0) {
            RateLimiterStatus state = status();
            LOG.info(
                    "{} calls wait for their turn in the account's {} requests a minute{}",
                    waiting,
                    state.limit(),
                    state.pausedFor().isZero()
                            ? ""
                            : ", paused after HTTP 429 for another " + seconds(state.pausedFor()));
        }
        // Outside the lock: what runs on completion is not ours, and an alarm may go off while it is set.
        if (alarm != null) {
            long at = alarm;
            timing.after(Duration.ofNanos(Math.max(0, at - timing.nanoTime())))
                    .whenComplete((done, failure) -> alarm(at, failure));
        }
        answers.forEach(Runnable::run);
    }

    private static void give(PendingAcquire waiter, LimiterPermit slot) {
        if (!waiter.permit().complete(slot)) {
            slot.unused();
        }
    }

    /** Once a minute while calls wait, so that a quiet program can be told from one that hangs. */
    private boolean tellsOfWaiting(long now) {
        boolean tells = waiters.size() > 0 && (toldOfWaiting == null || now - toldOfWaiting >= SlidingWindow.LENGTH);
        if (tells) {
            toldOfWaiting = now;
        }
        return tells;
    }

    private void refuseLate(long now, List<Runnable> answers) {
        for (PendingAcquire waiter = waiters.earliestDeadline();
                waiter != null && (closed || now - waiter.deadline() >= 0);
                waiter = waiters.earliestDeadline()) {
            waiters.remove(waiter);
            RuntimeException why = closed
                    ? new CancellationException("The budget was closed while the call waited for its turn")
                    : new RateLimitTimeoutException(whyNot(now));
            CompletableFuture<Permit> turn = waiter.permit();
            answers.add(() -> turn.completeExceptionally(why));
        }
    }

    private String whyNot(long now) {
        Duration paused = room.pauseLeft(now);
        return paused.isZero()
                ? "No request of the account's budget of " + room.limit() + " a minute became free"
                : "The account is paused after HTTP 429 for another " + seconds(paused)
                        + ", and no request became free";
    }

    private static String seconds(Duration time) {
        return time.plusMillis(999).toSeconds() + " s";
    }

    /** When to look again, or {@code null} when an alarm already set comes early enough. */
    private Long nextAlarm(long now) {
        if (waiters.size() == 0) {
            return null;
        }
        long wait = LongStream.concat(LongStream.of(waiters.earliestDeadline().deadline()), room.nextChanges(now))
                .map(at -> at - now)
                .filter(left -> left > 0)
                .min()
                .orElse(SlidingWindow.LENGTH);
        long at = now + wait;
        if (nextLook != null && at - nextLook >= 0) {
            return null;
        }
        nextLook = at;
        return at;
    }

    private void alarm(long at, Throwable failure) {
        if (failure instanceof CancellationException) {
            close();
            return;
        }
        List<PendingAcquire> stranded;
        synchronized (lock) {
            if (nextLook != null && nextLook == at) {
                nextLook = null;
            }
            stranded = failure == null ? List.of() : waiters.removeAll();
        }
        // Nobody can tell them when it is their turn; who comes later may fare better.
        stranded.forEach(waiter -> waiter.permit()
                .completeExceptionally(new RejectedExecutionException(
                        "The call cannot wait for its turn, as the program's timer takes no more alarms", failure)));
        drainQueue();
    }

    private void guarded(LongConsumer change) {
        synchronized (lock) {
            change.accept(timing.nanoTime());
        }
        drainQueue();
    }
}
