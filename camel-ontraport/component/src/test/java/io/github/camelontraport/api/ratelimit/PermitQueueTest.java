package io.github.camelontraport.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The order in which waiting requests are granted. */
class PermitQueueTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ManualTimeSource timeSource = new ManualTimeSource();
    private final SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(1, timeSource, () -> 0);
    private final List<String> started = new ArrayList<>();

    private CompletableFuture<Permit> ask(Priority priority, String name) {
        CompletableFuture<Permit> turn = limiter.acquire(priority, Duration.ofDays(1));
        turn.thenAccept(permit -> {
            started.add(name);
            permit.answered(LimitHeaders.NOTHING);
        });
        return turn;
    }

    @Test
    void producersGoFirstButEveryTenthPermitIsAPolls() {
        ask(Priority.PRODUCER, "now");
        List.of("poll 1", "poll 2").forEach(name -> ask(Priority.POLL, name));
        for (int i = 1; i <= 20; i++) {
            ask(Priority.PRODUCER, Integer.toString(i));
        }
        timeSource.advance(Duration.ofHours(1));
        assertThat(started)
                .containsExactly(
                        "now", "1", "2", "3", "4", "5", "6", "7", "8", "9", "poll 1", "10", "11", "12", "13", "14",
                        "15", "16", "17", "18", "poll 2", "19", "20");
    }

    @Test
    void aLatePollGetsNoPermitsForTheTimeBefore() {
        ask(Priority.PRODUCER, "now");
        for (int i = 1; i <= 12; i++) {
            ask(Priority.PRODUCER, Integer.toString(i));
        }
        timeSource.advance(Duration.ofMinutes(10));
        ask(Priority.POLL, "poll");
        timeSource.advance(Duration.ofHours(1));
        assertThat(started).endsWith("10", "11", "12", "poll");
    }

    @Test
    void aPollThatWasGivenUpGivesNoTurnToALaterOne() {
        ask(Priority.PRODUCER, "now");
        CompletableFuture<Permit> givenUp = ask(Priority.POLL, "given up");
        for (int i = 1; i <= 8; i++) {
            ask(Priority.PRODUCER, Integer.toString(i));
        }
        timeSource.advance(Duration.ofMinutes(8));
        givenUp.cancel(false);
        timeSource.advance(Duration.ofMinutes(10));
        ask(Priority.PRODUCER, "alone");
        ask(Priority.POLL, "poll");
        for (int i = 9; i <= 18; i++) {
            ask(Priority.PRODUCER, Integer.toString(i));
        }
        timeSource.advance(Duration.ofHours(1));
        assertThat(started)
                .containsExactly(
                        "now", "1", "2", "3", "4", "5", "6", "7", "8", "alone", "9", "10", "11", "12", "13", "14", "15",
                        "16", "17", "poll", "18");
    }

    @Test
    void everyTenthPermitIsAPollsEvenAmongRepeatedCalls() {
        ask(Priority.PRODUCER, "now");
        ask(Priority.POLL, "poll");
        for (int i = 1; i <= 20; i++) {
            ask(Priority.PRODUCER_RETRY, Integer.toString(i));
        }
        timeSource.advance(Duration.ofMinutes(11));
        assertThat(started).endsWith("8", "9", "poll", "10");
    }

    @Test
    void aPollThatIsRepeatedGetsEverySecondPermitAndGoesBeforeOtherPolls() {
        ask(Priority.PRODUCER, "now");
        ask(Priority.POLL, "poll");
        ask(Priority.POLL_RETRY, "repeated poll");
        for (int i = 1; i <= 20; i++) {
            ask(Priority.PRODUCER, Integer.toString(i));
        }
        timeSource.advance(Duration.ofMinutes(13));
        assertThat(started)
                .containsExactly(
                        "now", "1", "repeated poll", "2", "3", "4", "5", "6", "7", "8", "9", "10", "poll", "11");
    }

    @Test
    void aThrottledCallGoesBeforeLaterOnes() {
        ask(Priority.PRODUCER, "now");
        ask(Priority.PRODUCER, "later");
        ask(Priority.PRODUCER_RETRY, "again");
        timeSource.advance(Duration.ofHours(1));
        assertThat(started).containsExactly("now", "again", "later");
    }

    @Test
    void aCancelledRequestTakesNoPermitAndLeavesTheQueue() {
        ask(Priority.PRODUCER, "now");
        CompletableFuture<Permit> gone = ask(Priority.PRODUCER, "gone");
        ask(Priority.PRODUCER, "next");
        assertThat(limiter.status().waiting()).isEqualTo(2);
        gone.cancel(false);
        assertThat(limiter.status().waiting()).isEqualTo(1);
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(started).containsExactly("now", "next");
    }

    /** Two get their turn at the same moment, and what the first does with it makes the second superfluous. */
    @Test
    void aRequestCancelledWhileBeingGrantedTakesNoPermit() {
        SlidingWindowRateLimiter two = new SlidingWindowRateLimiter(2, timeSource, () -> 0);
        two.acquire(Priority.PRODUCER, LONG).join().answered(LimitHeaders.NOTHING);
        two.acquire(Priority.PRODUCER, LONG).join().answered(LimitHeaders.NOTHING);
        CompletableFuture<Permit> first = two.acquire(Priority.PRODUCER, LONG);
        CompletableFuture<Permit> second = two.acquire(Priority.PRODUCER, LONG);
        first.thenAccept(permit -> second.cancel(false));
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(first).isCompleted();
        assertThat(two.status().remaining()).isEqualTo(1);
    }

    @Test
    void anUnusedPermitDoesNotCount() {
        limiter.acquire(Priority.PRODUCER, LONG).join().unused();
        assertThat(limiter.status().remaining()).isEqualTo(1);
        assertThat(limiter.acquire(Priority.PRODUCER, Duration.ZERO)).isCompleted();
    }

    @Test
    void statusShowsLimitRemainingWaitingAndPause() {
        SlidingWindowRateLimiter three = new SlidingWindowRateLimiter(3, timeSource, () -> 0);
        assertThat(three.status()).isEqualTo(new RateLimiterStatus(3, 3, 0, Duration.ZERO));
        Permit first = three.acquire(Priority.PRODUCER, LONG).join();
        assertThat(three.status()).isEqualTo(new RateLimiterStatus(3, 2, 0, Duration.ZERO));
        first.throttled(LimitHeaders.pause(Duration.ofSeconds(30)));
        three.acquire(Priority.POLL, LONG);
        timeSource.advance(Duration.ofSeconds(10));
        assertThat(three.status()).isEqualTo(new RateLimiterStatus(3, 0, 1, Duration.ofSeconds(20)));
        three.close();
        assertThat(three.status().remaining()).isZero();
        assertThat(three.status().waiting()).isZero();
    }
}
