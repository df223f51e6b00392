package io.github.camelontraport.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final int MUCH = 64 << 20;

    private byte[] kept;

    @Test
    void countsWhatTheWorkAllocates() {
        Allocation before = Allocation.read();
        kept = new byte[MUCH];
        Allocation after = Allocation.read();

        assertThat(kept).hasSize(MUCH);
        assertThat(after.since(before)).isGreaterThanOrEqualTo(MUCH);
    }

    /** What such a thread allocated before the work is no part of the work. */
    @Test
    void aThreadThatEndsDuringTheWorkTakesNothingAway() throws InterruptedException {
        CountDownLatch allocated = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            kept = new byte[MUCH];
            allocated.countDown();
            await(over);
        });
        thread.start();
        allocated.await();

        Allocation before = Allocation.readByThread();
        over.countDown();
        thread.join();
        Allocation after = Allocation.readByThread();

        assertThat(kept).hasSize(MUCH);
        assertThat(after.since(before)).isNotNegative();
        assertThat(after.endedSince(before))
                .as("so that the figure is known for a lower bound")
                .isPositive();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
