package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.HttpReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Exchanges wait in any number, whatever the application's thread pools are allowed to hold. */
class ManyWaitsTest {

    private static final String COUNT = "ontraport:contacts?operation=count&maxRetries=1";
    private static final int CALLS = 250;

    @Test
    void waitingCallsAreAnsweredAndLaterOnesGoOn() throws Exception {
        try (VirtualAccount account = new VirtualAccount(Duration.ofMillis(200)); CamelContext context = account.context()) {
            context.getExecutorServiceManager().getDefaultThreadPoolProfile().setMaxQueueSize(1);
            Endpoint endpoint = context.getEndpoint(COUNT);
            account.network((call, same) -> CompletableFuture.completedFuture(new HttpReply(503, Map.of(), new byte[0])));
            List<Exchange> done = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                VirtualAccount.send(endpoint, null, Map.of(), done::add);
            }
            assertThat(done).as("they wait: to be repeated, or for the budget").isEmpty();
            account.network((call, same) -> null);
            account.clock().advance(Duration.ofMinutes(10));

            assertThat(done).hasSize(CALLS).allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
            VirtualAccount.send(endpoint, null, Map.of(), done::add);
            account.clock().advance(Duration.ofMinutes(1));
            assertThat(done).hasSize(CALLS + 1);
            assertThat(done.get(CALLS).getMessage().getBody()).isEqualTo(0L);
        }
    }
}
