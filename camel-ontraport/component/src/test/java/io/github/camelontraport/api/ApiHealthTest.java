package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.post;
import static io.github.camelontraport.api.http.ScriptedTransport.answeredBy;
import static io.github.camelontraport.api.http.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.ScriptedTransport.Line;
import io.github.camelontraport.api.http.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ApiHealthTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicReference<Line> network = new AtomicReference<>(ok("1"));
    private final ScriptedTransport transport =
            new ScriptedTransport(call -> network.get().apply(call));
    private final ClientFixture fixture = new ClientFixture(transport);

    private CompletableFuture<Optional<ApiException>> check() {
        return fixture.client.checkHealth(ClientFixture.PROBE).toCompletableFuture();
    }

    private Optional<ApiException> checked() {
        CompletableFuture<Optional<ApiException>> check = check();
        assertThat(check).isCompleted();
        return check.join();
    }

    private void traffic() {
        fixture.call(post(RetryRule.NEVER));
    }

    @Test
    void withoutTrafficOneProbeAMinuteIsSent() {
        for (int second = 0; second < 150; second++) {
            assertThat(checked()).isEmpty();
            fixture.timeSource.advance(Duration.ofSeconds(1));
        }
        assertThat(transport.calls())
                .hasSize(3)
                .allMatch(call ->
                        call.method().equals("GET") && call.uri().getPath().equals("/1/objects/getInfo"));
    }

    @Test
    void withTrafficNoProbeIsSent() {
        for (int i = 0; i < 10; i++) {
            traffic();
            fixture.timeSource.advance(MINUTE.minusNanos(1));
            assertThat(checked()).isEmpty();
        }
        assertThat(transport.calls()).hasSize(10);
        fixture.timeSource.advance(Duration.ofNanos(1));
        assertThat(checked()).isEmpty();
        assertThat(transport.calls()).hasSize(11);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"S400", "S404", "S409", "S422", "CODE_1", "UNSENDABLE"},
            mode = Mode.EXCLUDE)
    void aFailureOfTheConnectionIsUnhealthyUntilACallSucceeds(ScriptedFault fault) {
        network.set(fault.line);
        CompletableFuture<ApiReply> call = fixture.call(post(RetryRule.NEVER));
        for (int second = 0; second < 600 && !call.isDone(); second++) {
            fixture.timeSource.advance(Duration.ofSeconds(1));
        }
        assertThat(checked()).isPresent();
        network.set(ok("1"));
        fixture.timeSource.advance(Duration.ofMinutes(10));
        traffic();
        assertThat(checked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"S400", "S404", "S409", "S422", "CODE_1"})
    void aRefusalByTheApiIsHealthy(ScriptedFault fault) {
        network.set(fault.line);
        traffic();
        assertThat(checked()).isEmpty();
        assertThat(transport.calls()).hasSize(1);
    }

    @Test
    void anUnhealthyApiIsProbedOnceAMinuteToo() {
        network.set(ScriptedFault.S401.line);
        assertThat(checked()).get().extracting(ApiException::status).isEqualTo(401);
        fixture.timeSource.advance(MINUTE.minusNanos(1));
        assertThat(checked()).isPresent();
        assertThat(transport.calls()).hasSize(1);
        network.set(ok("1"));
        fixture.timeSource.advance(Duration.ofNanos(1));
        assertThat(checked()).isEmpty();
        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void checksAtTheSameTimeShareOneProbe() {
        CompletableFuture<TransportResponse> reply = new CompletableFuture<>();
        network.set(answeredBy(reply));
        CompletableFuture<Optional<ApiException>> first = check();
        CompletableFuture<Optional<ApiException>> second = check();
        fixture.timeSource.advance(Duration.ofMinutes(5));
        CompletableFuture<Optional<ApiException>> third = check();
        assertThat(transport.calls()).hasSize(1);
        reply.complete(new TransportResponse(200, Map.of(), "{\"code\":0}".getBytes(StandardCharsets.UTF_8)));
        assertThat(first).isCompletedWithValue(Optional.empty());
        assertThat(second).isCompletedWithValue(Optional.empty());
        assertThat(third).isCompletedWithValue(Optional.empty());
    }

    @Test
    void anUnansweredProbeStaysTheOnlyOneAndOtherTrafficCounts() {
        network.set(answeredBy(new CompletableFuture<>()));
        CompletableFuture<Optional<ApiException>> stuck = check();
        fixture.timeSource.advance(Duration.ofHours(1));
        assertThat(check()).isNotDone();
        assertThat(transport.calls()).hasSize(1);
        network.set(ok("1"));
        traffic();
        assertThat(checked()).isEmpty();
        assertThat(stuck).isNotDone();
        fixture.client.close();
        assertThat(stuck.join()).isPresent();
    }

    @Test
    void aClosedClientIsUnhealthy() {
        fixture.client.close();
        assertThat(checked()).get().extracting(ApiException::kind).isEqualTo(ApiException.Kind.CONNECTION);
        assertThat(transport.calls()).isEmpty();
    }
}
