package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.LimitedServer;
import io.github.camelontraport.api.ratelimit.RateLimiter;
import io.github.camelontraport.api.ratelimit.SlidingWindowRateLimiter;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients on a server whose limit others use as well, in virtual time. */
class SharedLimitTest {

    private static final int LIMIT = 180;
    private static final ApiRequest READ = ApiRequest.get("/objects", Map.of());

    private final ManualTimeSource timeSource = new ManualTimeSource();
    private final LimitedServer server = new LimitedServer(timeSource, LIMIT);
    private final OntraportClient client = client();

    private OntraportClient client() {
        return client(server, LIMIT, ClientFixture.RATE_LIMIT_TIMEOUT);
    }

    private OntraportClient client(LimitedServer account, int limit, Duration rateLimitTimeout) {
        return client(account, new SlidingWindowRateLimiter(limit, timeSource, () -> 0.5), rateLimitTimeout);
    }

    private OntraportClient client(LimitedServer account, RateLimiter limiter, Duration rateLimitTimeout) {
        return new OntraportClient(
                ClientFixture.settings(rateLimitTimeout),
                account,
                limiter,
                timeSource,
                new ApiHealth(timeSource),
                CallListener.NONE);
    }

    private List<CompletableFuture<ApiReply>> calls(OntraportClient client, int count, String operation) {
        List<CompletableFuture<ApiReply>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CallContext context = operation.equals("poll") ? CallContext.poll() : CallContext.of(operation);
            calls.add(client.call(READ, context).toCompletableFuture());
        }
        return calls;
    }

    private static long succeeded(List<CompletableFuture<ApiReply>> calls) {
        return calls.stream()
                .filter(call -> call.isDone() && !call.isCompletedExceptionally())
                .count();
    }

    /** Others take their requests at the beginning of each second, as evenly as they can. */
    private void passSeconds(int seconds, int usedByOthersAMinute) {
        for (int second = 0; second < seconds; second++) {
            server.useByOthers((second + 1) * usedByOthersAMinute / 60 - second * usedByOthersAMinute / 60);
            timeSource.advance(Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 100, 140})
    void concurrentReadsBesideOthersAreHardlyRefused(int usedByOthers) {
        server.useByOthers(usedByOthers);
        List<CompletableFuture<ApiReply>> all = new ArrayList<>(calls(client, 40, "get"));
        timeSource.advance(Duration.ofSeconds(1));
        all.addAll(calls(client, 40, "get"));
        timeSource.advance(Duration.ofSeconds(1));
        all.addAll(calls(client, 40, "get"));
        timeSource.advance(Duration.ofMinutes(5));

        assertThat(succeeded(all)).isEqualTo(120);
        // One probe, as the others have more.
        assertThat(server.refused()).as("HTTP 429").isLessThanOrEqualTo(usedByOthers < 100 ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"150, 300", "170, 300", "178, 500", "0, 2000"})
    void pollsAreServedBesideABurstThatIsRepeated(int usedByOthers, int producers) {
        passSeconds(60, usedByOthers);
        calls(client, producers, "update");
        List<CompletableFuture<ApiReply>> polls = new ArrayList<>();
        for (int minute = 0; minute < 5; minute++) {
            for (int i = 0; i < 3; i++) {
                polls.addAll(calls(client, 1, "poll"));
                passSeconds(20, usedByOthers);
            }
        }
        int executed = server.admitted();
        assertThat(succeeded(polls))
                .as("polls of %s executed requests", executed)
                .isGreaterThanOrEqualTo(Math.min(12, executed / 10));
    }

    @Test
    void aBurstOfOthersIsNoticedByTheRepliesToConcurrentRequests() {
        for (int minute = 0; minute < 10; minute++) {
            server.useByOthers(100);
            calls(client, 60, "get");
            timeSource.advance(Duration.ofMinutes(1));
        }
        assertThat(server.admitted()).isGreaterThanOrEqualTo(590);
        assertThat(server.refused()).isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void severalClientsThatDoNotKnowOfEachOtherShareTheLimit(int clients) {
        List<List<CompletableFuture<ApiReply>>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            all.add(calls(client(), 1000, "get"));
            timeSource.advance(Duration.ofSeconds(20));
        }
        timeSource.advance(Duration.ofMinutes(4));
        assertThat(server.admitted()).isGreaterThanOrEqualTo(LIMIT * 4 * 8 / 10);
        // Each of the others starts with a burst, when it knows nothing of the account.
        assertThat(server.refused()).isLessThanOrEqualTo((clients - 1) * LIMIT + 10 * clients);
        assertThat(all).allSatisfy(calls -> assertThat(succeeded(calls))
                .as("the share of each")
                .isGreaterThanOrEqualTo(server.admitted() / clients / 4));
    }

    @Test
    void afterAStormOfRefusalsTheWholeLimitIsUsedAgain() {
        server.useByOthers(LIMIT);
        List<CompletableFuture<ApiReply>> refused = calls(client, 300, "get");
        for (int minute = 0; minute < 10; minute++) {
            timeSource.advance(Duration.ofSeconds(60));
            server.useByOthers(LIMIT);
        }
        assertThat(refused).allMatch(CompletableFuture::isDone);
        timeSource.advance(Duration.ofMinutes(1));
        List<CompletableFuture<ApiReply>> later = calls(client, 5 * LIMIT, "get");
        timeSource.advance(Duration.ofMinutes(5).plusSeconds(10));
        assertThat(succeeded(later)).isGreaterThanOrEqualTo(5 * LIMIT * 9 / 10);
    }

    @ParameterizedTest
    @CsvSource({"1, 178", "5, 170", "20, 135", "60, 100"})
    void slowAndReorderedRepliesCostLittleOfTheLimit(int maxLatencySeconds, int expectedAMinute) {
        server.maxLatency(Duration.ofSeconds(maxLatencySeconds));
        OntraportClient patient = client(server, LIMIT, Duration.ofHours(1));
        calls(patient, 4000, "get");
        timeSource.advance(Duration.ofMinutes(20));
        // Each request counts from its start until a minute after its reply.
        assertThat(server.admitted() / 20).isGreaterThanOrEqualTo(expectedAMinute);
        assertThat(server.refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 60})
    void aLowerLimitOfTheServerIsFoundAndKept(int serverLimit) {
        LimitedServer smaller = new LimitedServer(timeSource, serverLimit);
        OntraportClient patient = client(smaller, LIMIT, Duration.ofHours(1));
        calls(patient, 5000, "get");
        timeSource.advance(Duration.ofMinutes(10));
        assertThat(smaller.admitted()).isGreaterThanOrEqualTo(serverLimit * 10 * 9 / 10);
        assertThat(smaller.refused()).as("HTTP 429 of the first burst").isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void cancelledCallsGiveTheirPermitsBack() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(20, timeSource, () -> 0);
        OntraportClient cancelling = client(server, limiter, ClientFixture.RATE_LIMIT_TIMEOUT);
        Random random = new Random(3);
        List<CompletableFuture<ApiReply>> all = new ArrayList<>();
        for (int round = 0; round < 300; round++) {
            CallContext context = CallContext.ofStream("search");
            for (int i = 0; i < random.nextInt(5); i++) {
                all.add(cancelling.call(READ, context).toCompletableFuture());
            }
            if (random.nextBoolean()) {
                context.cancelWaiting();
            }
            timeSource.advance(Duration.ofMillis(random.nextInt(3000)));
            context.cancelWaiting();
        }
        timeSource.advance(Duration.ofMinutes(2));
        assertThat(all).allMatch(CompletableFuture::isDone).anyMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(limiter.isIdle()).isTrue();
        assertThat(limiter.status().remaining()).isEqualTo(20);
    }

    @Test
    void closingInTheMiddleOfABurstAnswersEveryCallAndGivesEveryPermitBack() {
        SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(20, timeSource, () -> 0);
        OntraportClient closing = client(server, limiter, ClientFixture.RATE_LIMIT_TIMEOUT);
        List<CompletableFuture<ApiReply>> all = calls(closing, 200, "update");
        timeSource.advance(Duration.ofMillis(150));
        assertThat(limiter.isIdle()).isFalse();
        closing.close();
        assertThat(all).allMatch(CompletableFuture::isDone);
        timeSource.advance(Duration.ofMinutes(2));
        assertThat(limiter.isIdle()).isTrue();
    }
}
