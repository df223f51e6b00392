package io.github.camelontraport.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.value.ObjectMetadataCache;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class PollingClientTest {

    private static final ApiRequest REQUEST = ApiRequest.get("/objects", Map.of());

    private final ScriptedTransport transport = new ScriptedTransport(ScriptedTransport.ok("[]"));
    private final ClientFixture fixture =
            new ClientFixture(transport, 1, ClientFixture.settings(Duration.ofMinutes(5)));
    private final PollingClient source =
            new PollingClient(fixture.client, new ObjectMetadataCache(fixture.timeSource), fixture.timeSource);

    private CompletionStage<ApiReply> call() {
        return source.client().call(REQUEST, source.usage());
    }

    /** As of a pollEnrich whose timeout is shorter than the wait for the budget. */
    @Test
    void aRequestThatIsNotWaitedForAnyLongerLeavesTheBudgetAlone() {
        source.await(call());
        source.waitTimeout(Duration.ofMillis(1));
        assertThatThrownBy(() -> source.await(call())).isInstanceOf(PollAbandonedException.class);
        assertThat(fixture.limiter.status().waiting()).isZero();
        source.waitTimeout(null);
        source.ready();
        fixture.timeSource.advance(Duration.ofMinutes(1));
        assertThat(transport.calls()).hasSize(1);
        assertThat(fixture.limiter.status().remaining()).isEqualTo(1);
    }

    @Test
    void aThreadThatIsInterruptedLeavesNothingBehindEither() {
        source.await(call());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> source.await(call())).isInstanceOf(PollAbandonedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fixture.limiter.status().waiting()).isZero();
    }
}
