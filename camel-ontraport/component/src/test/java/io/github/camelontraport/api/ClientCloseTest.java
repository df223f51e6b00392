package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.failure;
import static io.github.camelontraport.api.ClientFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call has one answer when the component stops, and an honest one. */
class ClientCloseTest {

    private final CompletableFuture<TransportResponse> reply = new CompletableFuture<>();
    private final AtomicInteger answers = new AtomicInteger();
    private ScriptedTransport transport;
    private ClientFixture fixture;

    @BeforeEach
    void oneRequestAtATime() {
        use(ScriptedTransport.answeredBy(reply));
    }

    private void use(ScriptedTransport.Line... script) {
        transport = new ScriptedTransport(script);
        fixture = new ClientFixture(transport, 1, ClientFixture.settings(ClientFixture.RATE_LIMIT_TIMEOUT));
    }

    private CompletableFuture<ApiReply> call(RetryRule rule) {
        CompletableFuture<ApiReply> call = fixture.call(post(rule));
        call.whenComplete((data, failure) -> answers.incrementAndGet());
        return call;
    }

    private void check(CompletableFuture<ApiReply> call, boolean unknown, int attempts) {
        ApiException failure = failure(call);
        assertThat(failure.kind()).isEqualTo(Kind.CONNECTION);
        assertThat(failure.outcomeUnknown()).isEqualTo(unknown);
        assertThat(failure.retryable()).isNotEqualTo(unknown);
        assertThat(failure.attempts()).isEqualTo(attempts);
        assertThat(failure).hasMessageContaining("component was stopped");
        assertThat(failure.text()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"CLIENT", "BUDGET", "BOTH"})
    void aRequestUnderWayIsUnknownAndAWaitingCallWasNotSent(String first) {
        CompletableFuture<ApiReply> out = call(RetryRule.NEVER);
        CompletableFuture<ApiReply> waiting = call(RetryRule.NEVER);
        if (!first.equals("CLIENT")) {
            fixture.limiter.close();
            check(waiting, false, 0);
            assertThat(out).isNotDone();
        }
        fixture.client.close();
        check(out, true, 1);
        check(waiting, false, 0);
        fixture.limiter.close();
        reply.complete(new TransportResponse(200, Map.of(), "{\"code\":0}".getBytes(StandardCharsets.UTF_8)));
        fixture.timeSource.advance(Duration.ofMinutes(10));
        assertThat(answers).hasValue(2);
        assertThat(transport.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, false", "S429, false", "S500, true"})
    void betweenTwoAttemptsItIsKnownWhetherTheFirstCanHaveBeenExecuted(ScriptedFault fault, boolean unknown) {
        use(fault.line);
        CompletableFuture<ApiReply> call = call(RetryRule.ALWAYS);
        fixture.client.close();
        check(call, unknown, 1);
        fixture.timeSource.advance(Duration.ofMinutes(10));
        assertThat(transport.calls()).hasSize(1);
        assertThat(answers).hasValue(1);
    }

    @Test
    void aReplyAfterTheStopEvaluatesNoRuleAndSendsNothing() {
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<ApiReply> call = call(() -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(true);
        });
        fixture.client.close();
        reply.complete(new TransportResponse(500, Map.of(), new byte[0]));
        fixture.timeSource.advance(Duration.ofMinutes(10));
        check(call, true, 1);
        assertThat(asked).hasValue(0);
        assertThat(transport.calls()).hasSize(1);
    }

    @Test
    void aStopOfTheClockEndsAPauseWithTheFaultThatCausedIt() {
        use(ScriptedFault.REFUSED.line);
        CompletableFuture<ApiReply> call = call(RetryRule.ALWAYS);
        fixture.timeSource.close();
        assertThat(failure(call)).hasMessageEndingWith(": refused");
    }

    @Test
    void callsAfterTheStopFailWithoutBeingSent() {
        fixture.client.close();
        check(call(RetryRule.NEVER), false, 0);
        assertThat(transport.calls()).isEmpty();
        fixture.client.close();
        assertThat(answers).hasValue(1);
    }
}
