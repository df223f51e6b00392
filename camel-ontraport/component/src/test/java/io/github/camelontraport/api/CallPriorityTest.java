package io.github.camelontraport.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.ScriptedTransport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On whose behalf a call is made decides when it is sent. */
class CallPriorityTest {

    private ScriptedTransport transport = new ScriptedTransport(ScriptedTransport.ok("1"));

    private void call(ClientFixture fixture, String path, CallContext context) {
        fixture.client.call(ApiRequest.get(path, Map.of()), context);
    }

    private void callAll(ClientFixture fixture) {
        call(fixture, "/first", CallContext.of("get"));
        call(fixture, "/poll", CallContext.poll());
        call(fixture, "/health", CallContext.health());
        call(fixture, "/second", CallContext.of("get"));
        fixture.timeSource.advance(Duration.ofMinutes(10));
    }

    @Test
    void producersGoBeforePollsAndTheHealthCheck() {
        callAll(new ClientFixture(transport, 1, ClientFixture.settings(Duration.ofMinutes(10))));
        assertThat(transport.calls())
                .extracting(http -> http.uri().getPath())
                .containsExactly("/1/first", "/1/second", "/1/poll", "/1/health");
    }

    @Test
    void aThrottledCallGoesFirst() {
        transport = new ScriptedTransport(ScriptedTransport.throttled("5"), ScriptedTransport.ok("1"));
        callAll(new ClientFixture(transport, 1, ClientFixture.settings(Duration.ofMinutes(10))));
        assertThat(transport.calls())
                .extracting(http -> http.uri().getPath())
                .containsExactly("/1/first", "/1/first", "/1/second", "/1/poll", "/1/health");
    }
}
