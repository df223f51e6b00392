package io.github.camelontraport.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.ratelimit.RateLimiter.Permit;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the budget makes of what replies say about the limit. */
class ServerQuotaTest {

    private static final int LIMIT = 20;

    private final ManualTimeSource timeSource = new ManualTimeSource();
    private SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(LIMIT, timeSource, () -> 0);

    private Permit start() {
        return limiter.acquire(Priority.PRODUCER, Duration.ZERO).join();
    }

    /** Lets as many start as may start now. */
    private List<Permit> startAll() {
        List<Permit> all = new ArrayList<>();
        CompletableFuture<Permit> next = limiter.acquire(Priority.PRODUCER, Duration.ZERO);
        while (!next.isCompletedExceptionally()) {
            all.add(next.join());
            next = limiter.acquire(Priority.PRODUCER, Duration.ZERO);
        }
        return all;
    }

    @Test
    void requestsUsedByOthersAreNotAvailable() {
        start().answered(LimitHeaders.remaining(LIMIT, 12));
        assertThat(startAll()).hasSize(12);
    }

    @Test
    void requestsInFlightAreTakenOffTheRemaining() {
        Permit first = start();
        start();
        start();
        first.answered(LimitHeaders.remaining(LIMIT, 12));
        assertThat(startAll()).hasSize(10);
    }

    @Test
    void theOwnWindowBoundsWhatTheServerOffers() {
        start().answered(LimitHeaders.remaining(1000, 1000));
        assertThat(startAll()).hasSize(LIMIT - 1);
        assertThat(startAll()).isEmpty();
    }

    /** A full account refuses all that start before its first reply. */
    @Test
    void fewRequestsStartBeforeTheFirstReply() {
        List<Permit> first = startAll();
        assertThat(first).hasSize(10);
        first.forEach(permit -> permit.throttled(LimitHeaders.pause(Duration.ofSeconds(20))));
        timeSource.advance(Duration.ofSeconds(30));
        assertThat(startAll()).hasSize(1);
    }

    @Test
    void aServerThatIsSlowAtFirstDelaysOthersForASecond() {
        assertThat(startAll()).hasSize(10);
        timeSource.advance(Duration.ofSeconds(1).minusNanos(1));
        assertThat(startAll()).isEmpty();
        CompletableFuture<Permit> next = limiter.acquire(Priority.PRODUCER, Duration.ofMinutes(1));
        timeSource.advance(Duration.ofNanos(1));
        assertThat(next).isCompleted();
        assertThat(startAll()).hasSize(LIMIT - 11);
    }

    @Test
    void theFirstReplyLetsAllStart() {
        startAll().get(0).answered(LimitHeaders.NOTHING);
        assertThat(startAll()).hasSize(LIMIT - 10);
    }

    @Test
    void theServersLowerLimitHolds() {
        start().answered(LimitHeaders.remaining(5, 4));
        assertThat(limiter.status().limit()).isEqualTo(5);
        assertThat(startAll()).hasSize(4);
    }

    @Test
    void aHigherOneDoesNot() {
        start().answered(LimitHeaders.remaining(1000, 999));
        assertThat(limiter.status().limit()).isEqualTo(LIMIT);
        assertThat(startAll()).hasSize(LIMIT - 1);
    }

    @Test
    void aReplyThatComesLateDoesNotOverrideANewerOne() {
        Permit old = start();
        start().answered(LimitHeaders.remaining(LIMIT, 3));
        old.answered(LimitHeaders.remaining(LIMIT, 18));
        assertThat(startAll()).hasSize(3);
    }

    @Test
    void aReplyThatComesVeryLateDoesNotOverrideANewerOneEvenIfItIsLower() {
        Permit old = start();
        timeSource.advance(Duration.ofSeconds(6));
        start().answered(LimitHeaders.remaining(LIMIT, 18));
        old.answered(LimitHeaders.remaining(LIMIT, 0));
        assertThat(startAll()).hasSize(17);
    }

    @Test
    void theLowestOfRepliesToRequestsInFlightTogetherHolds() {
        Permit first = start();
        Permit second = start();
        Permit third = start();
        second.answered(LimitHeaders.remaining(LIMIT, 9));
        third.answered(LimitHeaders.remaining(LIMIT, 10));
        assertThat(limiter.status().remaining())
                .as("as the first may not be counted yet")
                .isEqualTo(8);
        first.answered(LimitHeaders.remaining(LIMIT, 11));
        assertThat(startAll()).hasSize(9);
    }

    @Test
    void aReplyToALaterRequestReplacesALowerOne() {
        start().answered(LimitHeaders.remaining(LIMIT, 3));
        start().answered(LimitHeaders.remaining(LIMIT, 12));
        assertThat(startAll()).hasSize(12);
    }

    @Test
    void aRequestWithoutAReplyMayHaveBeenCounted() {
        Permit lost = start();
        start().answered(LimitHeaders.remaining(LIMIT, 12));
        lost.unanswered();
        assertThat(startAll()).hasSize(11);
    }

    @Test
    void theLimitStaysAsStatedWhenLaterRepliesStateNone() {
        start().answered(LimitHeaders.remaining(5, 4));
        start().answered(LimitHeaders.NOTHING);
        start().unanswered();
        assertThat(limiter.status().limit()).isEqualTo(5);
        start().answered(LimitHeaders.remaining(7, 3));
        assertThat(limiter.status().limit()).isEqualTo(7);
    }

    @Test
    void afterAMinuteTheReplyIsOutOfDateAndOneProbeGoesFirst() {
        start().answered(LimitHeaders.remaining(LIMIT, 0));
        assertThat(startAll()).isEmpty();
        timeSource.advance(Duration.ofMinutes(1));
        List<Permit> ahead = startAll();
        assertThat(ahead).hasSize(1);
        ahead.get(0).answered(LimitHeaders.remaining(LIMIT, 15));
        assertThat(startAll()).hasSize(15);
    }

    @Test
    void aProgramWithLessThanTheOthersProbesForCapacity() {
        start().answered(LimitHeaders.remaining(LIMIT, 0));
        timeSource.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(startAll()).isEmpty();
        timeSource.advance(Duration.ofNanos(1));
        assertThat(startAll()).hasSize(1);
    }

    @Test
    void aPauseEndsWithOneProbeAndItsReplySaysHowManyFollow() {
        startAll().forEach(permit -> permit.throttled(LimitHeaders.pause(Duration.ofSeconds(30))));
        timeSource.advance(Duration.ofSeconds(90));
        List<Permit> ahead = startAll();
        assertThat(ahead).hasSize(1);
        ahead.get(0).answered(LimitHeaders.remaining(LIMIT, 7));
        // Evenly, as the account has turned out to be shared.
        for (int i = 0; i < 7; i++) {
            timeSource.advance(Duration.ofSeconds(3));
            assertThat(startAll()).as("request %s", i).hasSize(1);
        }
        timeSource.advance(Duration.ofSeconds(3));
        assertThat(startAll()).isEmpty();
    }

    @Test
    void refusedProbesPauseLongerThanTheServerStates() {
        limiter = new SlidingWindowRateLimiter(60, timeSource, () -> 0);
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            timeSource.advance(Duration.ofSeconds(limiter.status().pausedFor().toSeconds()));
            starts.add(Duration.ofNanos(timeSource.elapsed()).toSeconds());
            start().throttled(LimitHeaders.pause(Duration.ofSeconds(1)));
        }
        assertThat(starts).containsExactly(0L, 1L, 3L, 7L, 15L, 23L);
    }

    @Test
    void aProgramWithMoreThanTheOthersReservesAShareForThem() {
        start().throttled(LimitHeaders.remaining(LIMIT, 0));
        timeSource.advance(Duration.ofMinutes(2));
        int started = 0;
        for (int i = 0; i < 19; i++) {
            List<Permit> next = startAll();
            started += next.size();
            int used = started;
            next.forEach(permit -> permit.answered(LimitHeaders.remaining(LIMIT, LIMIT - used)));
            timeSource.advance(Duration.ofSeconds(3));
        }
        assertThat(started).isEqualTo(19);
        assertThat(startAll()).isEmpty();
    }

    @Test
    void aProgramAloneOnALargeAccountReservesOneRequestForSomeSecondsInEveryMinute() {
        limiter = new SlidingWindowRateLimiter(100, timeSource, () -> 0);
        start().answered(LimitHeaders.remaining(100, 99));
        startAll().forEach(permit -> permit.answered(LimitHeaders.remaining(100, 0)));
        timeSource.advance(Duration.ofMinutes(1));
        List<Permit> next = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            limiter.acquire(Priority.PRODUCER, Duration.ofHours(1)).thenAccept(next::add);
        }
        assertThat(next).hasSize(99);
        timeSource.advance(Duration.ofSeconds(15).minusNanos(1));
        assertThat(next).hasSize(99);
        timeSource.advance(Duration.ofNanos(1));
        assertThat(next).hasSize(100);
    }

    @Test
    void aProbeWithoutAReplyDelaysOthersOnlyForTheProbeInterval() {
        start().throttled(LimitHeaders.pause(Duration.ofSeconds(1)));
        timeSource.advance(Duration.ofSeconds(3));
        start();
        timeSource.advance(Duration.ofSeconds(9));
        assertThat(startAll()).isEmpty();
        timeSource.advance(Duration.ofSeconds(1));
        assertThat(startAll()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            # limit, remaining: free afterwards
            -,   -,                  19
            '',  '',                 19
            -20, -1,                 19
            many, none,              19
            20,  -5,                 19
            0,   0,                  0
            20,  99,                 19
            20,  99999999999999999,  19
            99999999999999999, 5,    5
            20,  7.5,                19
            -,   7,                  7
            7,   -,                  6
            1,   1,                  0
            """)
    void missingAndAbsurdValuesAreSurvived(String limit, String remaining, int free) {
        Map<String, String> headers = new HashMap<>();
        if (limit != null) {
            headers.put("x-rate-limit-limit", limit);
        }
        if (remaining != null) {
            headers.put("x-rate-limit-remaining", remaining);
        }
        start().answered(RateLimitHeaders.of(new TransportResponse(200, headers, new byte[0])));
        assertThat(startAll()).hasSize(free);
    }

    /** Whatever a server says, there is never a budget of nothing for good. */
    @ParameterizedTest
    @CsvSource({"20, 0", "1, 0", "1, 1", "0, 0", "999999999, 0", "2, 0"})
    void aServerThatAlwaysStatesTheSameIsStillCalled(String limit, String remaining) {
        RateLimitHeaders said = RateLimitHeaders.of(new TransportResponse(
                200, Map.of("x-rate-limit-limit", limit, "x-rate-limit-remaining", remaining), new byte[0]));
        int[] answered = new int[1];
        for (int i = 0; i < 60; i++) {
            limiter.acquire(Priority.PRODUCER, Duration.ofHours(1)).thenAccept(permit -> {
                answered[0]++;
                permit.answered(said);
            });
        }
        timeSource.advance(Duration.ofHours(1).minusNanos(1));
        assertThat(answered[0]).isGreaterThanOrEqualTo(59);
    }
}
