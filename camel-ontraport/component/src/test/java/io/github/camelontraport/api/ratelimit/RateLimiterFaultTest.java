package io.github.camelontraport.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;

/** Errors of timer, log and callers lose no waiting request and no permit. */
class RateLimiterFaultTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ManualTimeSource timeSource = new ManualTimeSource();

    /** A time source that cannot set timers while it is broken. */
    private final class BrokenTimer implements TimeSource {

        private boolean broken;

        @Override
        public long nanoTime() {
            return timeSource.nanoTime();
        }

        @Override
        public Instant now() {
            return timeSource.now();
        }

        @Override
        public CompletableFuture<Void> after(Duration delay) {
            if (broken) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return timeSource.after(delay);
        }

        @Override
        public void close() {
            timeSource.close();
        }
    }

    private Duration jumped = Duration.ZERO;

    private final class JumpingClock implements TimeSource {

        @Override
        public long nanoTime() {
            return timeSource.nanoTime() + jumped.toNanos();
        }

        @Override
        public Instant now() {
            return timeSource.now();
        }

        @Override
        public CompletableFuture<Void> after(Duration delay) {
            return timeSource.after(delay);
        }

        @Override
        public void close() {
            timeSource.close();
        }
    }

    @Test
    void anErrorOfTheTimerFailsWaitingRequestsAndGrantsTheOthers() {
        BrokenTimer timer = new BrokenTimer();
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(2, timer, () -> 0);
        limiter.acquire(Priority.PRODUCER, LONG).join().answered(LimitHeaders.NOTHING);
        limiter.acquire(Priority.PRODUCER, LONG).join().answered(LimitHeaders.NOTHING);
        timer.broken = true;

        CompletableFuture<Permit> waiting = limiter.acquire(Priority.PRODUCER, LONG);

        assertThat(waiting)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(RejectedExecutionException.class);
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(limiter.acquire(Priority.PRODUCER, LONG)).isCompleted();
        timer.broken = false;
        assertThat(limiter.acquire(Priority.PRODUCER, LONG)).isCompleted();
        CompletableFuture<Permit> later = limiter.acquire(Priority.PRODUCER, Duration.ofSeconds(1));
        timeSource.advance(Duration.ofSeconds(1));
        assertThat(later).isCompletedExceptionally();
    }

    @Test
    void anErrorOfALogAppenderDelaysNobody() {
        Logger logger = (Logger) LogManager.getLogger(SlidingWindowRateLimiter.class);
        AbstractAppender broken = new AbstractAppender("broken", null, null, false, Property.EMPTY_ARRAY) {

            @Override
            public void append(LogEvent event) {
                throw new StackOverflowError("of a test");
            }
        };
        broken.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(broken);
        try {
            SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
            List<CompletableFuture<Permit>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                CompletableFuture<Permit> next = limiter.acquire(Priority.PRODUCER, LONG);
                next.thenAccept(permit -> permit.answered(LimitHeaders.NOTHING));
                all.add(next);
            }
            timeSource.advance(Duration.ofMinutes(4));
            assertThat(all).allMatch(CompletableFuture::isDone).noneMatch(CompletableFuture::isCompletedExceptionally);
        } finally {
            logger.removeAppender(broken);
            logger.setLevel(before);
        }
    }

    @Test
    void anyNumberOfPermitsIsReleasedAtOnceWithoutAnOverflowOfTheStack() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
        Permit first = limiter.acquire(Priority.PRODUCER, LONG).join();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            all.add(limiter.acquire(Priority.PRODUCER, LONG).thenAccept(Permit::unused));
        }
        first.unused();
        assertThat(all).allMatch(CompletableFuture::isDone).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(limiter.status().waiting()).isZero();
        assertThat(limiter.status().remaining()).isEqualTo(1);
    }

    /** Such as that of a machine that was suspended. */
    @Test
    void aClockThatJumpsGrantsWhatMayStartBeforeItFailsWhatWaitedTooLong() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(2, new JumpingClock(), () -> 0);
        limiter.acquire(Priority.PRODUCER, LONG).join().answered(LimitHeaders.remaining(2, 1));
        limiter.acquire(Priority.PRODUCER, LONG).join().answered(LimitHeaders.remaining(2, 0));
        List<CompletableFuture<Permit>> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(limiter.acquire(Priority.PRODUCER, LONG));
        }
        jumped = Duration.ofHours(10);
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(waiting.subList(0, 2)).allMatch(permit -> permit.isDone() && !permit.isCompletedExceptionally());
        assertThat(waiting.get(2)).isCompletedExceptionally();
        waiting.get(0).join().answered(LimitHeaders.remaining(2, 1));
        waiting.get(1).join().unused();
        assertThat(limiter.acquire(Priority.PRODUCER, LONG)).isCompleted();
    }

    @Test
    void anErrorOfACallerThatIsGrantedAPermitDelaysNoOther() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
        limiter.acquire(Priority.PRODUCER, LONG).join().answered(LimitHeaders.NOTHING);
        CompletableFuture<Permit> first = limiter.acquire(Priority.PRODUCER, LONG);
        CompletableFuture<Void> broken = first.thenAccept(permit -> {
            permit.unused();
            throw new NoClassDefFoundError("of a test");
        });
        CompletableFuture<Permit> second = limiter.acquire(Priority.PRODUCER, LONG);
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(broken).isCompletedExceptionally();
        assertThat(second).isCompleted();
    }
}
