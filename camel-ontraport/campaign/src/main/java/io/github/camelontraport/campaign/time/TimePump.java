package io.github.camelontraport.campaign.time;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets time pass, on the main thread of a world, whenever all other threads of the world wait. */
public final class TimePump {

    private static final long LOOK_NANOS = Duration.ofNanos(20_000).toNanos();
    /** In real time; a world at work pauses for no longer. */
    private static final Duration LONGEST_WITHOUT_QUIET = Duration.ofSeconds(10);
    /** In real time; a request that the network has not answered until then waits for the clock. */
    private static final long NETWORK_NANOS = Duration.ofMillis(25).toNanos();

    /** In real time. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(90);
    /** Steps of virtual time up to this one are not slowed down. */
    private static final long QUICK_NANOS = Duration.ofMillis(400).toNanos();
    /** In real time, for each larger step. */
    private static final long SLOW_NANOS = Duration.ofMillis(3).toNanos();

    private final VirtualTime time;
    private final WorldThreads threads;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long lastSent;

    public TimePump(VirtualTime time, WorldThreads threads) {
        this.time = time;
        this.threads = threads;
    }

    /** A request went out on a real network, or came back from it. */
    public void onNetwork(boolean sent) {
        lastSent = System.nanoTime();
        underWay.addAndGet(sent ? 1 : -1);
    }

    /** @return whether the condition came true in that time */
    public boolean passUntil(BooleanSupplier condition, Duration longest) {
        long until = time.elapsed() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            awaitQuiet(condition);
            if (!condition.getAsBoolean() && !time.next(until) && time.elapsed() >= until) {
                awaitQuiet(condition);
                return condition.getAsBoolean();
            }
        }
        return true;
    }

    public void pass(Duration duration) {
        passUntil(() -> false, duration);
    }

    /** For what also waits in real time, such as the stop of a context: little time passes meanwhile. */
    private boolean passSlowly(BooleanSupplier condition, Duration longest) {
        long until = time.elapsed() + longest.toNanos();
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            awaitQuiet(condition);
            long before = time.elapsed();
            boolean rang = !condition.getAsBoolean() && time.nextIfAny(until);
            if (!rang || time.elapsed() - before > QUICK_NANOS) {
                LockSupport.parkNanos(SLOW_NANOS);
            }
            if (time.elapsed() >= until || System.nanoTime() - began > LONGEST_CALL.toNanos()) {
                return condition.getAsBoolean();
            }
        }
        return true;
    }

    private void awaitQuiet(BooleanSupplier condition) {
        long began = System.nanoTime();
        int quiet = 0;
        while (quiet < 2 && !condition.getAsBoolean()) {
            quiet = isNetworkBusy() || !threads.areQuiet() ? 0 : quiet + 1;
            if (quiet < 2) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            if (System.nanoTime() - began > LONGEST_WITHOUT_QUIET.toNanos()) {
                throw new StuckException("threads are busy for " + LONGEST_WITHOUT_QUIET + ":\n" + threads.dump());
            }
        }
    }

    private boolean isNetworkBusy() {
        return underWay.get() > 0 && System.nanoTime() - lastSent < NETWORK_NANOS;
    }

    /** Does something that may wait, on a thread of its own, while time passes. */
    public <T> T call(String what, Callable<T> action, Duration longest) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(action.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                WorldThreads.OWN + what);
        thread.start();
        if (!passSlowly(result::isDone, longest)) {
            throw new StuckException(what + " is not done after " + longest + ":\n" + threads.dump());
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
