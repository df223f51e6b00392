package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.time.ManualTimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls that are cancelled while they wait. */
class CallCancellationTest {

    private static final ApiRequest REQUEST = ApiRequest.get("/objects", Map.of());

    private final CompletableFuture<TransportResponse> network = new CompletableFuture<>();
    private final ScriptedTransport transport = new ScriptedTransport(ScriptedTransport.answeredBy(network));
    private final ClientFixture fixture =
            new ClientFixture(transport, 1, ClientFixture.settings(Duration.ofMinutes(5)));
    private final ManualTimeSource timeSource = fixture.timeSource;
    private final CallContext poll = CallContext.poll();

    private CompletableFuture<ApiReply> call(CallContext context) {
        return fixture.client.call(REQUEST, context).toCompletableFuture();
    }

    @Test
    void aWaitingCallIsNotSentAndTakesNoPermit() {
        call(CallContext.of("get"));
        CompletableFuture<ApiReply> waiting = call(poll);
        CompletableFuture<ApiReply> other = call(CallContext.poll());
        poll.cancelWaiting();
        assertThat(waiting)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(CancellationException.class);
        assertThat(fixture.limiter.status().waiting()).isEqualTo(1);
        network.complete(
                new TransportResponse(200, Map.of(), "{\"code\":0,\"data\":1}".getBytes(StandardCharsets.UTF_8)));
        timeSource.advance(Duration.ofMinutes(1));
        assertThat(other).isCompleted();
        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void aRequestUnderWayIsNotCancelled() {
        CompletableFuture<ApiReply> out = call(poll);
        poll.cancelWaiting();
        assertThat(out).isNotDone();
    }

    @Test
    void aLaterCallIsNotCancelled() {
        call(CallContext.of("get"));
        poll.cancelWaiting();
        assertThat(call(poll)).isNotDone();
        assertThat(fixture.limiter.status().waiting()).isEqualTo(1);
    }

    @Test
    void aCancelledCallDoesNotAffectHealth() {
        network.complete(new TransportResponse(401, Map.of(), new byte[0]));
        call(CallContext.of("get"));
        call(poll);
        poll.cancelWaiting();
        assertThat(fixture.client
                        .checkHealth(ClientFixture.PROBE)
                        .toCompletableFuture()
                        .join())
                .isNotEqualTo(Optional.empty());
    }

    @Test
    void aReadThatWaitsForARetryIsCancelled() {
        CompletableFuture<ApiReply> waiting = call(poll);
        network.complete(new TransportResponse(503, Map.of(), new byte[0]));
        assertThat(waiting).isNotDone();

        poll.cancelWaiting();

        assertThat(waiting).isCompletedExceptionally();
        timeSource.advance(Duration.ofMinutes(5));
        assertThat(transport.calls()).hasSize(1);
    }

    @Test
    void aWriteThatMayHaveBeenExecutedIsNotCancelled() {
        CompletableFuture<ApiReply> waiting =
                fixture.client.call(ClientFixture.post(RetryRule.ALWAYS), poll).toCompletableFuture();
        network.complete(new TransportResponse(503, Map.of(), new byte[0]));

        poll.cancelWaiting();
        assertThat(waiting).isNotDone();

        timeSource.advance(Duration.ofMinutes(5));
        assertThat(transport.calls()).hasSize(4);
    }
}
