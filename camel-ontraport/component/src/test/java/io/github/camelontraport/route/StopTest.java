package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConnectionException;
import io.github.camelontraport.route.webhook.WebhookTestSupport;
import io.github.camelontraport.support.AsyncExchange;
import io.github.camelontraport.support.RawServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A stop with a call under way leaves neither threads nor sockets. */
class StopTest {

    /** A soak takes more, such as 100. */
    private static final int STARTS = Integer.getInteger("ontraport.starts", 3);

    @Test
    void aCallUnderWayEndsAndNothingOutlivesTheStop() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(connection -> {
            RawServer.request(connection);
            requests.incrementAndGet();
            RawServer.awaitClose(connection);
        })) {
            for (int start = 1; start <= STARTS; start++) {
                CompletableFuture<Exchange> call = callAndStop(server, start, requests);

                assertThat(call.get(1, TimeUnit.MINUTES).getException())
                        .isInstanceOfSatisfying(
                                OntraportConnectionException.class, failure -> assertThat(failure.isOutcomeUnknown())
                                        .isTrue())
                        .hasMessageContaining("the component was stopped before the reply came");
                int connections = start;
                WebhookTestSupport.await("the end of the connection").until(() -> server.ended() == connections);
            }
        }
        WebhookTestSupport.await("the end of the component's threads")
                .untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    private static CompletableFuture<Exchange> callAndStop(RawServer server, int start, AtomicInteger requests)
            throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getExecutorServiceManager().setThreadNamePattern("stop-test #counter# - #name#");
            context.getShutdownStrategy().setTimeout(1);
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            component.getConfiguration().setBaseUrl("http://localhost:" + server.port() + "/1");
            component.getConfiguration().setApiKey("k3y-of-a-test");
            component.getConfiguration().setAppId("2_1_test");
            context.start();
            CompletableFuture<Exchange> call = AsyncExchange.start(
                    context, "ontraport:contacts?operation=create", exchange -> exchange.getMessage()
                            .setBody(Map.of("firstname", "Nora")));
            WebhookTestSupport.await("the request").until(() -> requests.get() == start);
            assertThat(threads()).anyMatch(name -> name.contains("OntraportHttp"));
            return call;
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("stop-test ") && name.contains("Ontraport"))
                .toList();
    }
}
