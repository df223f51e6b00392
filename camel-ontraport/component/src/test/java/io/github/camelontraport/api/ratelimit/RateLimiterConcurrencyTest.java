package io.github.camelontraport.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Many threads at once: everybody is answered, and never are more requests out than the limit allows. */
class RateLimiterConcurrencyTest {

    private static final int THREADS = 8;
    private static final int EACH = 60;
    private static final int LIMIT = 7;

    @RepeatedTest(10)
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void noWakeUpIsLost() throws Exception {
        ManualTimeSource timeSource = new ManualTimeSource();
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(LIMIT, timeSource, () -> 0);
        AtomicInteger out = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger granted = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<List<CompletableFuture<Void>>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                tasks.add(threads.submit(() -> {
                    start.await();
                    List<CompletableFuture<Void>> mine = new ArrayList<>();
                    for (int i = 0; i < EACH; i++) {
                        mine.add(limiter.acquire(Priority.PRODUCER, Duration.ofDays(365))
                                .whenComplete((permit, failure) -> granted.incrementAndGet())
                                .thenAcceptAsync(
                                        permit -> {
                                            most.accumulateAndGet(out.incrementAndGet(), Math::max);
                                            out.decrementAndGet();
                                            permit.answered(LimitHeaders.NOTHING);
                                            done.incrementAndGet();
                                        },
                                        threads)
                                .toCompletableFuture());
                    }
                    return mine;
                }));
            }
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (Future<List<CompletableFuture<Void>>> task : tasks) {
                all.addAll(task.get());
            }
            // The clock moves on when all that is out has been answered; a caller that missed a wake-up would wait for
            // ever.
            while (!all.stream().allMatch(CompletableFuture::isDone)) {
                if (granted.get() == done.get()) {
                    timeSource.advance(Duration.ofMinutes(1));
                }
                Thread.onSpinWait();
            }
            assertThat(all).hasSize(THREADS * EACH).noneMatch(CompletableFuture::isCompletedExceptionally);
            assertThat(most.get()).isBetween(1, LIMIT);
        } finally {
            threads.shutdownNow();
        }
    }
}
