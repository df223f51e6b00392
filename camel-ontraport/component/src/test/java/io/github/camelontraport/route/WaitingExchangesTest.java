package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.OntraportRateLimitedException;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.support.VirtualAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Exchanges that wait: in any number, whatever the thread pools of the application may hold, but not for ever. */
class WaitingExchangesTest {

    private static final String COUNT = "ontraport:contacts?operation=count&maxRetries=1";
    private static final int CALLS = 250;

    @Test
    void waitingCallsAreAnsweredAndLaterOnesGoOn() throws Exception {
        try (VirtualAccount account = new VirtualAccount(Duration.ofMillis(200));
                CamelContext context = account.context()) {
            context.getExecutorServiceManager().getDefaultThreadPoolProfile().setMaxQueueSize(1);
            Endpoint endpoint = context.getEndpoint(COUNT);
            account.network((call, same) ->
                    CompletableFuture.completedFuture(new TransportResponse(503, Map.of(), new byte[0])));
            List<Exchange> done = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                VirtualAccount.send(endpoint, null, Map.of(), done::add);
            }
            assertThat(done).as("they wait: to be repeated, or for the budget").isEmpty();
            account.network((call, same) -> null);
            account.clock().advance(Duration.ofMinutes(10));

            assertThat(done).hasSize(CALLS).allSatisfy(exchange -> assertThat(exchange.getException())
                    .isNull());
            VirtualAccount.send(endpoint, null, Map.of(), done::add);
            account.clock().advance(Duration.ofMinutes(1));
            assertThat(done).hasSize(CALLS + 1);
            assertThat(done.get(CALLS).getMessage().getBody()).isEqualTo(0L);
        }
    }

    @Test
    void aLineOfMessagesAboutOneRecordWaitsNoLongerThanOneMessage() throws Exception {
        try (VirtualAccount account = new VirtualAccount(Duration.ofMillis(200));
                CamelContext context = account.context()) {
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            component.setRequestsPerMinute(1);
            component.setRateLimitTimeout(10_000);
            List<Exchange> done = new ArrayList<>();
            VirtualAccount.send(context.getEndpoint(COUNT), null, Map.of(), done::add);
            Endpoint joined = context.getEndpoint("ontraport:contacts?batchDelay=100");
            for (int i = 0; i < 3; i++) {
                for (String operation : List.of("tag", "untag", "update")) {
                    VirtualAccount.send(
                            joined,
                            "{\"id\":1,\"city\":\"Bend\"}",
                            Map.of(OntraportConstants.OPERATION, operation, OntraportConstants.TAGS, "VIP"),
                            done::add);
                }
            }
            account.clock().advance(Duration.ofSeconds(11));

            assertThat(done).hasSize(10);
            assertThat(done.subList(1, 10)).extracting(Exchange::getException).allSatisfy(refused -> assertThat(refused)
                    .isInstanceOf(OntraportRateLimitedException.class)
                    .hasMessageContaining("(rateLimitTimeout)"));
            assertThat(done.get(9).getException())
                    .hasMessageContaining("within 10000 ms (rateLimitTimeout), "
                            + "10000 ms of which it waited behind messages that came before it (batchDelay)");
        }
    }

    @Test
    void whoWaitsInVainDuringAPauseHearsOfThePause() throws Exception {
        try (VirtualAccount account = new VirtualAccount(Duration.ofMillis(200));
                CamelContext context = account.context()) {
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            component.setRequestsPerMinute(10_000);
            component.setRateLimitTimeout(4_000);
            account.sandbox().faults().rateLimited(30);
            OntraportEndpoint endpoint = context.getEndpoint(COUNT, OntraportEndpoint.class);
            List<Exchange> done = new ArrayList<>();
            VirtualAccount.send(endpoint, null, Map.of(), done::add);
            account.clock().advance(Duration.ofSeconds(1));
            VirtualAccount.send(endpoint, null, Map.of(), done::add);
            account.clock().advance(Duration.ofSeconds(5));

            // The pause is up to a tenth longer than the server asks for.
            String words =
                    "paused after HTTP 429 for another 2\\d s \\(another program, or an earlier run of this one, uses the account, too\\), and no request became free within 4000 ms \\(rateLimitTimeout\\)";
            assertThat(done).hasSize(2).allSatisfy(exchange -> assertThat(exchange.getException())
                    .isInstanceOfSatisfying(
                            OntraportRateLimitedException.class,
                            failure -> assertThat(failure.getApiText()).isNull())
                    .message()
                    .containsPattern(words));
            assertThat(RootPackage.checkProducer(endpoint).getMessage().orElseThrow())
                    .containsPattern(words);
        }
    }
}
