package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.RATE_LIMIT_TIMEOUT;
import static io.github.camelontraport.api.ClientFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.ScriptedTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The events of a call. */
class CallListenerTest {

    private final List<String> events = new ArrayList<>();
    private final CallListener listener = new CallListener() {

        @Override
        public void sent(String operation) {
            events.add(operation + " sent");
        }

        @Override
        public void retried(String operation) {
            events.add(operation + " retried");
        }

        @Override
        public void throttled(String operation) {
            events.add(operation + " throttled");
        }

        @Override
        public void ended(String operation, boolean succeeded) {
            events.add(operation + (succeeded ? " succeeded" : " failed"));
        }
    };

    private ClientFixture fixture(ScriptedTransport transport) {
        return new ClientFixture(transport, 180, ClientFixture.settings(RATE_LIMIT_TIMEOUT), listener);
    }

    @Test
    void everyAttemptIsReportedAndTheEndOnce() {
        ClientFixture fixture = fixture(
                new ScriptedTransport(ScriptedFault.S429.line, ScriptedFault.S500.line, ScriptedTransport.ok("1")));
        fixture.client.call(post(RetryRule.ALWAYS), CallContext.of("update"));
        fixture.timeSource.advance(Duration.ofMinutes(5));
        assertThat(events)
                .containsExactly(
                        "update sent",
                        "update throttled",
                        "update sent",
                        "update retried",
                        "update sent",
                        "update succeeded");
    }

    @Test
    void aCallThatWasNeverSentEndsAsAFailure() {
        ClientFixture fixture = fixture(new ScriptedTransport(ScriptedTransport.ok("1")));
        fixture.limiter.close();
        fixture.client.call(post(RetryRule.ALWAYS), CallContext.poll());
        assertThat(events).containsExactly("poll failed");
    }

    @Test
    void aListenerThatFailsKeepsNoPermitAndNoReply() {
        CallListener failing = new CallListener() {

            @Override
            public void sent(String operation) {
                throw new IllegalStateException("of a test");
            }

            @Override
            public void retried(String operation) {
                throw new StackOverflowError("of a test");
            }

            @Override
            public void throttled(String operation) {
                throw new NoClassDefFoundError("of a test");
            }

            @Override
            public void ended(String operation, boolean succeeded) {
                events.add(operation + " ended");
                throw new OutOfMemoryError("of a test");
            }
        };
        ClientFixture fixture = new ClientFixture(
                new ScriptedTransport(ScriptedFault.S429.line, ScriptedFault.REFUSED.line, ScriptedTransport.ok("1")),
                1,
                ClientFixture.settings(RATE_LIMIT_TIMEOUT),
                failing);
        CompletableFuture<ApiReply> call = fixture.client
                .call(post(RetryRule.NEVER), CallContext.of("create"))
                .toCompletableFuture();
        fixture.timeSource.advance(Duration.ofMinutes(4));
        assertThat(call.join().data().asInt()).isEqualTo(1);
        assertThat(events).containsExactly("create ended");

        fixture.timeSource.advance(Duration.ofMinutes(1));
        assertThat(fixture.limiter.status().remaining()).isEqualTo(1);
    }
}
