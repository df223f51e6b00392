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
    private final PollingClient client =
            new PollingClient(fixture.client, new ObjectMetadataCache(fixture.timeSource), fixture.timeSource);

    private CompletionStage<ApiReply> call() {
        return client.api().call(REQUEST, client.usage());
    }

    /** As of a pollEnrich whose timeout is shorter than the wait for the budget. */
    @Test
    void aRequestThatIsNotWaitedForAnyLongerLeavesTheBudgetAlone() {
        client.await(this::call);
        client.waitTimeout(Duration.ofMillis(1));
        assertThatThrownBy(() -> client.await(this::call)).isInstanceOf(PollAbandonedException.class);
        assertThat(fixture.limiter.status().waiting()).isZero();
        client.waitTimeout(null);
        client.awaitAbandoned();
        fixture.timeSource.advance(Duration.ofMinutes(1));
        assertThat(transport.calls()).hasSize(1);
        assertThat(fixture.limiter.status().remaining()).isEqualTo(1);
    }

    @Test
    void aConsumerThatStopsMakesNoFurtherRequest() {
        PollingClient stopping = new PollingClient(
                fixture.client, new ObjectMetadataCache(fixture.timeSource), fixture.timeSource, () -> true);
        assertThatThrownBy(() -> stopping.await(this::call)).isInstanceOf(PollAbandonedException.class);
        assertThat(transport.calls()).isEmpty();
    }

    @Test
    void aThreadThatIsInterruptedLeavesNothingBehindEither() {
        client.await(this::call);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> client.await(this::call)).isInstanceOf(PollAbandonedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fixture.limiter.status().waiting()).isZero();
    }
}
