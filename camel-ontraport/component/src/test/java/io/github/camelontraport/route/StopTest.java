package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConnectionException;
import io.github.camelontraport.route.webhook.WebhookTestSupport;
import io.github.camelontraport.support.AsyncExchange;
import io.github.camelontraport.support.RawServer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A stop with a call under way leaves neither threads nor sockets nor classes. */
class StopTest {

    /** A soak takes more, such as 100. */
    private static final int STARTS = Integer.getInteger("ontraport.starts", 4);
    /** After so many starts every class that a start and a stop need is there. */
    private static final int WARM = 2;

    @Test
    void aCallUnderWayEndsAndNothingOutlivesTheStop() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(connection -> {
            RawServer.request(connection);
            requests.incrementAndGet();
            RawServer.awaitClose(connection);
        })) {
            long classes = 0;
            for (int start = 1; start <= STARTS; start++) {
                CompletableFuture<Exchange> call = callAndStop(server, start, requests);

                assertThat(call.get(1, TimeUnit.MINUTES).getException())
                        .isInstanceOfSatisfying(
                                OntraportConnectionException.class, failure -> assertThat(failure.isOutcomeUnknown())
                                        .isTrue())
                        .hasMessageContaining("the component was stopped before the reply came");
                int connections = start;
                WebhookTestSupport.await("the end of the connection").until(() -> server.ended() == connections);
                classes = start == WARM ? classesOfTheComponent() : classes;
            }
            // A path that is rarely taken may load its class late; what a start leaves behind grows with every start.
            assertThat(classesOfTheComponent() - classes).isLessThan(STARTS - WARM);
        }
        WebhookTestSupport.await("the end of the component's threads")
                .untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    /** The server never answers the handshake, so that the connection is there and nothing of the request is. */
    @Test
    void aCallThatIsStillConnectingWasNotSent() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (RawServer server = new RawServer(connection -> {
            connections.incrementAndGet();
            RawServer.awaitClose(connection);
        })) {
            CompletableFuture<Exchange> call =
                    callAndStop("https://localhost:" + server.port() + "/1", () -> connections.get() == 1);

            assertThat(call.get(1, TimeUnit.MINUTES).getException())
                    .isInstanceOfSatisfying(
                            OntraportConnectionException.class,
                            failure -> assertThat(failure.isOutcomeUnknown()).isFalse())
                    .hasMessageContaining("was not sent because the component was stopped");
            WebhookTestSupport.await("the end of the connection").until(() -> server.ended() == 1);
        }
    }

    private static CompletableFuture<Exchange> callAndStop(RawServer server, int start, AtomicInteger requests)
            throws Exception {
        return callAndStop("http://localhost:" + server.port() + "/1", () -> requests.get() == start);
    }

    private static CompletableFuture<Exchange> callAndStop(String baseUrl, Callable<Boolean> underWay)
            throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getExecutorServiceManager().setThreadNamePattern("stop-test #counter# - #name#");
            context.getShutdownStrategy().setTimeout(1);
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            component.getConfiguration().setBaseUrl(baseUrl);
            component.getConfiguration().setApiKey("k3y-of-a-test");
            component.getConfiguration().setAppId("2_1_test");
            context.start();
            CompletableFuture<Exchange> call = AsyncExchange.start(
                    context, "ontraport:contacts?operation=create", exchange -> exchange.getMessage()
                            .setBody(Map.of("firstname", "Nora")));
            WebhookTestSupport.await("the request").until(underWay);
            assertThat(threads()).anyMatch(name -> name.contains("OntraportHttp"));
            return call;
        }
    }

    /** Those that the JVM has loaded, with the generated ones. */
    private static long classesOfTheComponent() throws Exception {
        String loaded = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmClassHierarchy",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return loaded.lines()
                .filter(line -> line.contains("io.github.camelontraport.") || line.contains("org.apache.hc."))
                .count();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("stop-test ") && name.contains("Ontraport"))
                .toList();
    }
}
