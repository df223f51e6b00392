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

    private final ManualTimeSource timeSource = new ManualTimeSource();

    private static CompletableFuture<Permit> ask(RateLimiter limiter, Duration patience) {
        return limiter.acquire(Priority.PRODUCER, patience).toCompletableFuture();
    }

    private static Throwable refusal(CompletableFuture<Permit> asked) {
        assertThat(asked).isCompletedExceptionally();
        Throwable failure = catchThrowable(asked::join);
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    @Test
    void aRequestCountsUntilAMinuteAfterItsReply() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
        Permit first = ask(limiter, LONG).join();
        CompletableFuture<Permit> second = ask(limiter, LONG);
        timeSource.advance(Duration.ofSeconds(90));
        first.answered(LimitHeaders.NOTHING);
        timeSource.advance(Duration.ofSeconds(60).minusNanos(1));
        assertThat(second).isNotDone();
        timeSource.advance(Duration.ofNanos(1));
        assertThat(second).isCompleted();
    }

    @Test
    void aMaxWaitOfZeroIsAnsweredAtOnce() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
        assertThat(ask(limiter, Duration.ZERO)).isCompleted();
        assertThat(refusal(ask(limiter, Duration.ZERO)))
                .isInstanceOf(RateLimitTimeoutException.class)
                .hasMessageContaining("budget of 1 a minute");
    }

    @Test
    void aWaitWithoutATimerFailsAndLaterRequestsAreServed() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
        ask(limiter, LONG).join().answered(LimitHeaders.NOTHING);
        timeSource.full(true);

        assertThat(refusal(ask(limiter, LONG)))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("cannot wait for its turn");

        assertThat(limiter.status().waiting()).isZero();
        timeSource.full(false);
        CompletableFuture<Permit> later = ask(limiter, LONG);
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(later).isCompleted();
    }

    @Test
    void anAbsurdlyLongMaxWaitWorks() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
        ask(limiter, LONG).join().answered(LimitHeaders.NOTHING);
        CompletableFuture<Permit> patient = ask(limiter, Duration.ofMillis(Long.MAX_VALUE));
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(patient).isCompleted();
    }

    @Test
    void aPermitGivenBackTwiceCountsOnce() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(2, timeSource, () -> 0);
        Permit first = ask(limiter, LONG).join();
        ask(limiter, LONG).join();
        first.answered(LimitHeaders.NOTHING);
        first.answered(LimitHeaders.NOTHING);
        first.throttled(LimitHeaders.pause(LONG));
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(ask(limiter, Duration.ZERO)).isCompleted();
        assertThat(refusal(ask(limiter, Duration.ZERO))).isInstanceOf(RateLimitTimeoutException.class);
    }

    @Test
    void theLongestOfSeveralPausesHoldsAndJitterMakesItLonger() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(9, timeSource, () -> 1);
        List<Permit> out =
                Stream.generate(() -> ask(limiter, LONG).join()).limit(3).toList();
        out.get(0).throttled(LimitHeaders.pause(Duration.ofSeconds(20)));
        out.get(1).throttled(LimitHeaders.pause(Duration.ofSeconds(10)));
        out.get(2).answered(LimitHeaders.NOTHING);
        CompletableFuture<Permit> next = ask(limiter, LONG);
        timeSource.advance(Duration.ofSeconds(22).minusNanos(1));
        assertThat(next).isNotDone();
        timeSource.advance(Duration.ofNanos(1));
        assertThat(next).isCompleted();
    }

    @Test
    void closingFailsWaitingAndLaterRequests() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
        Permit out = ask(limiter, LONG).join();
        List<CompletableFuture<Permit>> waiting =
                Stream.generate(() -> ask(limiter, LONG)).limit(3).toList();
        limiter.close();
        assertThat(waiting).allSatisfy(asked -> assertThat(refusal(asked)).isInstanceOf(CancellationException.class));
        out.answered(LimitHeaders.NOTHING);
        timeSource.advance(LONG);
        assertThat(refusal(ask(limiter, LONG))).isInstanceOf(CancellationException.class);
    }

    @Test
    void closingTheTimeSourceFailsWaitingRequests() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
        ask(limiter, LONG).join();
        CompletableFuture<Permit> waiting = ask(limiter, LONG);
        timeSource.close();
        assertThat(refusal(waiting)).isInstanceOf(CancellationException.class);
    }

    /** An alarm may ring before the call that set it returns; nothing foreign may then run under the lock. */
    @Test
    void aTimerThatFiresAtOnceCompletesNothingUnderTheLock() {
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
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, stopped, () -> 0);
        ask(limiter, LONG).join();
        CompletableFuture<Permit> waiting = ask(limiter, LONG);
        assertThat(refusal(waiting)).isInstanceOf(CancellationException.class);
    }
}
