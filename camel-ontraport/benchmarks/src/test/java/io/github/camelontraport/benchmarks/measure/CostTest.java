package io.github.camelontraport.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CostTest {

    private static final int MUCH = 64 << 20;

    private byte[] kept;

    @Test
    void allocationOfTheWorkIsCounted() {
        Cost cost = Cost.of(() -> kept = new byte[MUCH]);

        assertThat(kept).hasSize(MUCH);
        assertThat(cost.allocated()).isGreaterThanOrEqualTo(MUCH);
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
        await(allocated);

        Cost cost = Cost.of(() -> {
            over.countDown();
            join(thread);
        });

        assertThat(kept).hasSize(MUCH);
        assertThat(cost.allocated()).isNotNegative();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
