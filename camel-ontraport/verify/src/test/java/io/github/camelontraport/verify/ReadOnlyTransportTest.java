package io.github.camelontraport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.NotSentException;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyTransportTest {

    private final List<TransportRequest> sent = new ArrayList<>();
    private final ReadOnlyTransport transport = new ReadOnlyTransport(
            request -> {
                sent.add(request);
                return CompletableFuture.completedFuture(new TransportResponse(200, Map.of(), new byte[0]));
            },
            2);

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "get"})
    void refusesWhatIsNoGet(String method) {
        assertThat(transport.send(request(method)).toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NotSentException.class);
        assertThat(sent).isEmpty();
        assertThat(transport.sent()).isZero();
    }

    @Test
    void sendsSoManyAndNoMore() {
        for (int i = 0; i < 3; i++) {
            transport.send(request("GET"));
        }

        assertThat(sent).hasSize(2);
        assertThat(transport.isLimitReached()).isTrue();
        assertThat(transport.lastResponse()).isNull();
    }

    private static TransportRequest request(String method) {
        return new TransportRequest(method, URI.create("https://localhost/1/Contacts"), Map.of(), null, Duration.ZERO);
    }
}
