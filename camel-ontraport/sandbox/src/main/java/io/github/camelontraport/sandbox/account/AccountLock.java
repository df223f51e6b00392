package io.github.camelontraport.sandbox.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock that guards all state of the account. Work that has become due runs before each use of the account. */
public final class AccountLock {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Runnable> dueWork = new ArrayList<>();

    /** Registers work that runs, with the lock held, before each use of the account. Call during set-up only. */
    public void beforeEachUse(Runnable work) {
        dueWork.add(work);
    }

    /** Runs the work exclusively. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            runDueWork();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #locked}, without a result. */
    public void run(Runnable work) {
        locked(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Waits until the condition holds. It is tested again after each {@link #signalChange}.
     *
     * @return false when it did not hold within that real time
     * @throws IllegalStateException when the thread is interrupted
     */
    public boolean await(BooleanSupplier condition, Duration timeout) {
        lock.lock();
        try {
            runDueWork();
            long left = timeout.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }

    /** Wakes the threads that wait in {@link #await}. The caller holds the lock. */
    public void signalChange() {
        changed.signalAll();
    }

    private void runDueWork() {
        dueWork.forEach(Runnable::run);
    }
}
