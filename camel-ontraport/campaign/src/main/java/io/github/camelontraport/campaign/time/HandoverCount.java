package io.github.camelontraport.campaign.time;

import java.util.concurrent.atomic.AtomicInteger;

/** Tasks that were handed to a pool and that no thread has begun. Thread-safe. */
final class HandoverCount {

    private final AtomicInteger open = new AtomicInteger();

    boolean isZero() {
        return open.get() == 0;
    }

    Task of(Runnable work) {
        return new Task(work);
    }

    /** Counts until it begins, or is dropped. */
    final class Task implements Runnable {

        private final Runnable work;
        private final AtomicInteger left = new AtomicInteger(1);

        private Task(Runnable work) {
            this.work = work;
            open.incrementAndGet();
        }

        @Override
        public void run() {
            drop();
            work.run();
        }

        void drop() {
            if (left.getAndSet(0) == 1) {
                open.decrementAndGet();
            }
        }

        Runnable work() {
            return work;
        }
    }
}
