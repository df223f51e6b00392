package io.github.camelontraport.api.budget;

import io.github.camelontraport.api.time.Timing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At most {@code limit} requests in any rolling minute, each counted from its start until a minute after its reply,
 * because it is not known when in between the server counted it. First come, first served. A waiter is an exchange
 * that exists anyway, so the queue is as bounded as they are, and in time by what each is willing to wait.
 */
public final class RollingBudget implements Budget {

    private static final Logger LOG = LoggerFactory.getLogger(RollingBudget.class);
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    /** Beyond it nanoseconds would overflow. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    private final int limit;
    private final Timing timing;
    private final DoubleSupplier jitter;

    private final Object lock = new Object();
    private final Deque<Long> answered = new ArrayDeque<>();
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private int inFlight;
    private Long pausedUntil;
    private Long nextLook;
    private Long toldOfWaiting;
    private boolean closed;

    /**
     * @param jitter numbers from 0 to 1; spreads the end of a pause so that programs sharing the account do not all
     *               come back in the same instant
     */
    public RollingBudget(int limit, Timing timing, DoubleSupplier jitter) {
        this.limit = limit;
        this.timing = timing;
        this.jitter = jitter;
    }

    @Override
    public CompletionStage<Permit> acquire(Priority priority, Duration longest) {
        Duration patience = longest.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longest;
        Waiter waiter = new Waiter(timing.nanoTime() + patience.toNanos(), longest, new CompletableFuture<>());
        synchronized (lock) {
            waiters.add(waiter);
        }
        look();
        return waiter.future;
    }

    @Override
    public BudgetState state() {
        synchronized (lock) {
            long now = timing.nanoTime();
            forgetOld(now);
            int free = closed || pausedUntil != null ? 0 : limit - inFlight - answered.size();
            return new BudgetState(limit, free, waiters.size(),
                    pausedUntil == null ? Duration.ZERO : Duration.ofNanos(pausedUntil - now));
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        look();
    }

    /** Lets go whoever may start, refuses whoever waited too long, and sets the alarm for the next change. */
    private void look() {
        List<Runnable> answers = new ArrayList<>();
        Long alarm;
        int waiting;
        synchronized (lock) {
            long now = timing.nanoTime();
            forgetOld(now);
            while (!waiters.isEmpty() && isFree()) {
                inFlight++;
                Waiter waiter = waiters.poll();
                answers.add(() -> waiter.future.complete(new Slot()));
            }
            refuseLate(now, answers);
            alarm = nextAlarm(now);
            waiting = tellsOfWaiting(now) ? waiters.size() : 0;
        }
        if (waiting > 0) {
            LOG.info("{} calls wait for their turn in the account's {} requests a minute", waiting, limit);
        }
        // Outside the lock: what runs on completion is not ours, and an alarm may go off while it is set.
        if (alarm != null) {
            long at = alarm;
            timing.after(Duration.ofNanos(Math.max(0, at - timing.nanoTime())))
                    .whenComplete((done, stopped) -> alarm(at, stopped));
        }
        answers.forEach(Runnable::run);
    }

    /** Once a minute while calls wait, so that a quiet program can be told from one that hangs. */
    private boolean tellsOfWaiting(long now) {
        boolean tells = !waiters.isEmpty() && (toldOfWaiting == null || now - toldOfWaiting >= WINDOW);
        if (tells) {
            toldOfWaiting = now;
        }
        return tells;
    }

    private void forgetOld(long now) {
        while (!answered.isEmpty() && now - answered.peek() >= WINDOW) {
            answered.poll();
        }
        if (pausedUntil != null && now - pausedUntil >= 0) {
            pausedUntil = null;
        }
    }

    private void refuseLate(long now, List<Runnable> answers) {
        for (Iterator<Waiter> each = waiters.iterator(); each.hasNext();) {
            Waiter waiter = each.next();
            if (closed || now - waiter.deadline >= 0) {
                each.remove();
                RuntimeException why = closed
                        ? new CancellationException("The budget was closed while the call waited for its turn")
                        : new BudgetExhaustedException("No request of the account's budget of " + limit
                                + " a minute became free within " + waiter.longest.toMillis()
                                + " ms (rateLimitTimeout)");
                answers.add(() -> waiter.future.completeExceptionally(why));
            }
        }
    }

    private boolean isFree() {
        return !closed && pausedUntil == null && inFlight + answered.size() < limit;
    }

    /** When to look again, or {@code null} when an alarm already set comes early enough. */
    private Long nextAlarm(long now) {
        if (waiters.isEmpty()) {
            return null;
        }
        long wait = waiters.stream().mapToLong(waiter -> waiter.deadline - now).min().orElse(WINDOW);
        if (pausedUntil != null) {
            wait = Math.min(wait, pausedUntil - now);
        } else if (!answered.isEmpty()) {
            wait = Math.min(wait, answered.peek() + WINDOW - now);
        }
        long at = now + Math.max(0, wait);
        if (nextLook != null && at - nextLook >= 0) {
            return null;
        }
        nextLook = at;
        return at;
    }

    private void alarm(long at, Throwable stopped) {
        if (stopped != null) {
            close();
            return;
        }
        synchronized (lock) {
            if (nextLook != null && nextLook == at) {
                nextLook = null;
            }
        }
        look();
    }

    private record Waiter(long deadline, Duration longest, CompletableFuture<Permit> future) {
    }

    private final class Slot implements Permit {

        private final AtomicBoolean used = new AtomicBoolean();

        @Override
        public void done() {
            release(null);
        }

        @Override
        public void throttled(Duration pause) {
            release(pause);
        }

        private void release(Duration pause) {
            if (!used.compareAndSet(false, true)) {
                return;
            }
            synchronized (lock) {
                long now = timing.nanoTime();
                inFlight--;
                answered.add(now);
                if (pause != null) {
                    long until = now + (long) (pause.toNanos() * (1 + jitter.getAsDouble() / 10));
                    pausedUntil = pausedUntil == null || until - pausedUntil > 0 ? until : pausedUntil;
                }
            }
            look();
        }
    }
}
