package io.github.camelontraport.sandbox.account;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** State under one lock, in which some things become due by themselves. */
public abstract class GuardedState {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Runs something on the state while nobody else does, after whatever has become due in the meantime. */
    public final <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            settle();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #locked}, without a result. */
    public final void run(Runnable work) {
        locked(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Waits until something holds, which is looked at again after each {@link #changed}.
     *
     * @return false when it did not come to hold in that real time
     * @throws IllegalStateException when the thread is interrupted
     */
    public final boolean await(BooleanSupplier held, Duration timeout) {
        lock.lock();
        try {
            settle();
            long left = timeout.toNanos();
            while (!held.getAsBoolean()) {
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

    /** Wakes those who wait, with the lock held. */
    public final void changed() {
        changed.signalAll();
    }

    /** Carries out what has become due, with the lock held. */
    abstract void settle();
}
