package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.failure;
import static io.github.camelontraport.api.ClientFixture.post;
import static io.github.camelontraport.api.http.ScriptedTransport.ok;
import static io.github.camelontraport.api.http.ScriptedTransport.throttled;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.ScriptedTransport.Line;
import io.github.camelontraport.api.http.TransportResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a call goes on after a fault that passes. */
class RetryingCallTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private ScriptedTransport transport;
    private ClientFixture fixture;

    private CompletableFuture<ApiReply> run(RetryRule rule, Line... script) {
        transport = new ScriptedTransport(script);
        fixture = new ClientFixture(transport);
        CompletableFuture<ApiReply> call = fixture.call(post(rule));
        fixture.timeSource.advance(LONG);
        return call;
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "CONNECT_TIMEOUT", "TIMEOUT", "LOST", "S500", "S503", "S429"})
    void aFaultThatPassesIsNotSeen(ScriptedFault fault) {
        assertThat(run(RetryRule.ALWAYS, fault.line, ok("7")).join().data().asInt())
                .isEqualTo(7);
        assertThat(transport.calls()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "CONNECT_TIMEOUT", "S429"})
    void aCallThatWasNotExecutedIsRepeatedUnderAnyRule(ScriptedFault fault) {
        assertThat(run(RetryRule.NEVER, fault.line, ok("7")).join().data().asInt())
                .isEqualTo(7);
    }

    @Test
    void everyRepeatIsTheSameRequest() {
        run(RetryRule.ALWAYS, ScriptedFault.S500.line, throttled("5"), ok("7")).join();
        assertThat(transport.calls()).hasSize(3).containsOnly(transport.calls().get(0));
    }

    @Test
    void overrunningTheLimitDoesNotCountAsARetry() {
        CompletableFuture<ApiReply> call = run(
                RetryRule.ALWAYS,
                ScriptedFault.S500.line,
                throttled("5"),
                ScriptedFault.LOST.line,
                throttled("5"),
                throttled("5"),
                ScriptedFault.REFUSED.line,
                ok("7"));
        assertThat(call.join().data().asInt()).isEqualTo(7);
        assertThat(transport.calls()).hasSize(7);
    }

    @Test
    void aRemovalSucceedsWhenARetryGets404() {
        assertThat(run(RetryRule.UNTIL_GONE, ScriptedFault.LOST.line, ScriptedFault.S404.line)
                        .join())
                .isEqualTo(ApiReply.EMPTY);
        assertThat(run(
                                RetryRule.UNTIL_GONE,
                                ScriptedFault.LOST.line,
                                ScriptedFault.REFUSED.line,
                                ScriptedFault.S404.line)
                        .join())
                .isEqualTo(ApiReply.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "CONNECT_TIMEOUT", "S429"})
    void aRemovalFailsWhenNoEarlierAttemptCanHaveDoneIt(ScriptedFault fault) {
        assertThat(failure(run(RetryRule.UNTIL_GONE, fault.line, ScriptedFault.S404.line))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void otherCallsFailWhenARetryGets404() {
        ApiException failure = failure(run(RetryRule.ALWAYS, ScriptedFault.LOST.line, ScriptedFault.S404.line));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.attempts()).isEqualTo(2);
    }

    @Test
    void theRuleIsEvaluatedOnlyWhenNeeded() {
        AtomicInteger asked = new AtomicInteger();
        RetryRule counting = () -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(true);
        };
        run(counting, ScriptedFault.REFUSED.line, throttled("1"), ok("7")).join();
        failure(run(counting, ScriptedFault.S404.line));
        assertThat(asked).hasValue(0);
        run(counting, ScriptedFault.LOST.line, ok("7")).join();
        assertThat(asked).hasValue(1);
    }

    @Test
    void theRuleIsEvaluatedAfterThePermitWasReleased() {
        transport = new ScriptedTransport(ScriptedFault.LOST.line, ok("1"));
        // With capacity for one request, a rule that needs a request would otherwise wait for its own call.
        fixture = new ClientFixture(transport, 1, ClientFixture.settings(ClientFixture.RATE_LIMIT_TIMEOUT));
        RetryRule asking =
                () -> fixture.call(ApiRequest.get("/objects/meta", Map.of())).thenApply(reply -> true);
        CompletableFuture<ApiReply> call = fixture.call(post(asking));
        fixture.timeSource.advance(LONG);
        assertThat(call.join().data().asInt()).isEqualTo(1);
        assertThat(transport.calls())
                .extracting(http -> http.uri().getPath())
                .containsExactly("/1/objects", "/1/objects/meta", "/1/objects");
    }

    @Test
    void aSlowReplyDoesNotShortenTheWaitForPermits() {
        CompletableFuture<TransportResponse> slow = new CompletableFuture<>();
        transport = new ScriptedTransport(ScriptedTransport.answeredBy(slow), ok("7"));
        fixture = new ClientFixture(transport, 180, ClientFixture.settings(Duration.ofSeconds(10)));
        CompletableFuture<ApiReply> call = fixture.call(post(RetryRule.NEVER));
        fixture.timeSource.advance(Duration.ofSeconds(30));
        slow.complete(new TransportResponse(429, Map.of("x-rate-limit-reset", "9"), new byte[0]));
        fixture.timeSource.advance(Duration.ofSeconds(9));
        assertThat(call.join().data().asInt()).isEqualTo(7);
    }

    @Test
    void aPauseLongerThanTheCallWaitsEndsItAsRateLimited() {
        transport = new ScriptedTransport(throttled("60"));
        fixture = new ClientFixture(transport, 180, ClientFixture.settings(Duration.ofSeconds(10)));
        CompletableFuture<ApiReply> call = fixture.call(post(RetryRule.NEVER));
        fixture.timeSource.advance(Duration.ofSeconds(10));
        ApiException failure = failure(call);
        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(failure).hasMessageContaining("was not sent again").hasMessageContaining("rateLimitTimeout");
    }

    @Test
    void oneHttp429PausesTheWholeAccount() {
        transport = new ScriptedTransport(throttled("20"), ok("1"));
        fixture = new ClientFixture(transport);
        CompletableFuture<ApiReply> first = fixture.call(post(RetryRule.NEVER));
        CompletableFuture<ApiReply> second = fixture.call(post(RetryRule.NEVER));
        fixture.timeSource.advance(Duration.ofSeconds(20).minusNanos(1));
        assertThat(transport.calls()).hasSize(1);
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        fixture.timeSource.advance(Duration.ofNanos(1));
        assertThat(transport.calls()).as("one goes ahead").hasSize(2);
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        fixture.timeSource.advance(Duration.ofSeconds(1));
        assertThat(transport.calls()).hasSize(3);
        assertThat(second).isCompleted();
    }

    @Test
    void usageCountsEveryRequestAndKeepsTheLastWordOfTheServer() {
        transport = new ScriptedTransport(
                ScriptedTransport.status(500, "", Map.of("x-rate-limit-remaining", "9")),
                ScriptedFault.LOST.line,
                ok("1"));
        fixture = new ClientFixture(transport);
        CallContext context = CallContext.of("create");
        fixture.client.call(post(RetryRule.ALWAYS), context);
        assertThat(context.status()).hasValue(500);
        fixture.timeSource.advance(LONG);
        assertThat(context.requests()).isEqualTo(3);
        assertThat(context.status()).hasValue(200);
        assertThat(context.remaining()).hasValue(9);
    }
}
