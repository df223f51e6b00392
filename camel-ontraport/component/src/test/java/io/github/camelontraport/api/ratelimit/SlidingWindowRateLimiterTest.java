package io.github.camelontraport.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlidingWindowRateLimiterTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ManualTimeSource timing = new ManualTimeSource();

    private static CompletableFuture<Permit> ask(RateLimiter budget, Duration patience) {
        return budget.acquire(Priority.PRODUCER, patience).toCompletableFuture();
    }

    private static Throwable refusal(CompletableFuture<Permit> asked) {
        assertThat(asked).isCompletedExceptionally();
        Throwable failure = catchThrowable(asked::join);
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    @Test
    void aRequestCountsUntilAMinuteAfterItsReply() {
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(1, timing, () -> 0);
        Permit first = ask(budget, LONG).join();
        CompletableFuture<Permit> second = ask(budget, LONG);
        timing.advance(Duration.ofSeconds(90));
        first.answered(LimitHeaders.NOTHING);
        timing.advance(Duration.ofSeconds(60).minusNanos(1));
        assertThat(second).isNotDone();
        timing.advance(Duration.ofNanos(1));
        assertThat(second).isCompleted();
    }

    @Test
    void whoDoesNotWaitIsAnsweredAtOnce() {
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(1, timing, () -> 0);
        assertThat(ask(budget, Duration.ZERO)).isCompleted();
        assertThat(refusal(ask(budget, Duration.ZERO)))
                .isInstanceOf(RateLimitTimeoutException.class)
                .hasMessageContaining("budget of 1 a minute");
    }

    @Test
    void whoCannotBeWokenIsRefusedAndTheBudgetGoesOn() {
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(1, timing, () -> 0);
        ask(budget, LONG).join().answered(LimitHeaders.NOTHING);
        timing.full(true);

        assertThat(refusal(ask(budget, LONG)))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("cannot wait for its turn");

        assertThat(budget.status().waiting()).isZero();
        timing.full(false);
        CompletableFuture<Permit> later = ask(budget, LONG);
        timing.advance(Duration.ofMinutes(1));
        assertThat(later).isCompleted();
    }

    @Test
    void anAbsurdlyLongWaitIsAWait() {
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(1, timing, () -> 0);
        ask(budget, LONG).join().answered(LimitHeaders.NOTHING);
        CompletableFuture<Permit> patient = ask(budget, Duration.ofMillis(Long.MAX_VALUE));
        timing.advance(Duration.ofMinutes(1));
        assertThat(patient).isCompleted();
    }

    @Test
    void aPermitGivenBackTwiceCountsOnce() {
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(2, timing, () -> 0);
        Permit first = ask(budget, LONG).join();
        ask(budget, LONG).join();
        first.answered(LimitHeaders.NOTHING);
        first.answered(LimitHeaders.NOTHING);
        first.throttled(LimitHeaders.pause(LONG));
        timing.advance(Duration.ofMinutes(1));
        assertThat(ask(budget, Duration.ZERO)).isCompleted();
        assertThat(refusal(ask(budget, Duration.ZERO))).isInstanceOf(RateLimitTimeoutException.class);
    }

    @Test
    void theLongestOfSeveralPausesHoldsAndJitterMakesItLonger() {
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(9, timing, () -> 1);
        List<Permit> out =
                Stream.generate(() -> ask(budget, LONG).join()).limit(3).toList();
        out.get(0).throttled(LimitHeaders.pause(Duration.ofSeconds(20)));
        out.get(1).throttled(LimitHeaders.pause(Duration.ofSeconds(10)));
        out.get(2).answered(LimitHeaders.NOTHING);
        CompletableFuture<Permit> next = ask(budget, LONG);
        timing.advance(Duration.ofSeconds(22).minusNanos(1));
        assertThat(next).isNotDone();
        timing.advance(Duration.ofNanos(1));
        assertThat(next).isCompleted();
    }

    @Test
    void closingAnswersWhoWaitsAndWhoComesLater() {
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(1, timing, () -> 0);
        Permit out = ask(budget, LONG).join();
        List<CompletableFuture<Permit>> waiting =
                Stream.generate(() -> ask(budget, LONG)).limit(3).toList();
        budget.close();
        assertThat(waiting).allSatisfy(asked -> assertThat(refusal(asked)).isInstanceOf(CancellationException.class));
        out.answered(LimitHeaders.NOTHING);
        timing.advance(LONG);
        assertThat(refusal(ask(budget, LONG))).isInstanceOf(CancellationException.class);
    }

    @Test
    void whenTheClockStopsNobodyIsLeftWaiting() {
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(1, timing, () -> 0);
        ask(budget, LONG).join();
        CompletableFuture<Permit> waiting = ask(budget, LONG);
        timing.close();
        assertThat(refusal(waiting)).isInstanceOf(CancellationException.class);
    }

    /** An alarm may ring before the call that set it returns; nothing foreign may then run under the lock. */
    @Test
    void anAlarmThatRingsAtOnceAnswersNobodyUnderTheLock() {
        TimeSource stopped = new TimeSource() {

            @Override
            public long nanoTime() {
                return 0;
            }

            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public CompletableFuture<Void> after(Duration delay) {
                return CompletableFuture.failedFuture(new CancellationException());
            }

            @Override
            public void close() {}
        };
        SlidingWindowRateLimiter budget = new SlidingWindowRateLimiter(1, stopped, () -> 0);
        ask(budget, LONG).join();
        CompletableFuture<Permit> waiting = ask(budget, LONG);
        assertThat(refusal(waiting)).isInstanceOf(CancellationException.class);
    }
}
