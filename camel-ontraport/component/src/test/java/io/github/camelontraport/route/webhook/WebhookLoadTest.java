package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportEndpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

/** Concurrent deliveries of which some are dropped, repeated or fail: in the end the route has processed each exactly once. */
class WebhookLoadTest extends WebhookTestSupport {

    /** A multiple of 200. The property sets a larger number for a longer run. */
    private static final int DELIVERIES = Integer.getInteger("ontraport.deliveries", 2_000);
    /** Ontraport's log holds 10,000 entries, repeats included; a replay runs before it is full. */
    private static final int AT_ONCE = DELIVERIES / 2;

    private static final int CONNECTIONS = 16;
    private static final int ONE_IN = 100;
    private static final int DROPPED = 0;
    private static final int REPEATED = 50;
    private static final int FAILS = 25;

    private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    @Test
    void processesEachDeliveryExactlyOnce() throws Exception {
        context.getRegistry().bind("seen", MemoryIdempotentRepository.memoryIdempotentRepository(2 * DELIVERIES));
        listen(
                "listen",
                uri("contacts?event=created&webhookVerifyToken=" + TOKEN
                        + "&idempotentRepository=#seen&webhookRepair=true"),
                route -> route.process(exchange -> {
                            String name = record(exchange).get("firstname").toString();
                            if (Integer.parseInt(name) % ONE_IN == FAILS && failed.add(name)) {
                                throw new IllegalStateException("The first attempt fails");
                            }
                            done.computeIfAbsent(name, key -> new AtomicInteger())
                                    .incrementAndGet();
                        })
                        .stop());
        awaitReport("0 missed deliveries in the log");
        sandbox().webhooks().connections(CONNECTIONS);

        for (int first = 1; first < DELIVERIES; first += AT_ONCE) {
            deliver(first);
            assertThat(done)
                    .as("all but the dropped and the failed ones")
                    .hasSize(first - 1 + AT_ONCE - 2 * AT_ONCE / ONE_IN)
                    .containsKey(Integer.toString(first - 1 + ONE_IN + REPEATED))
                    .doesNotContainKeys(
                            Integer.toString(first - 1 + FAILS), Integer.toString(first - 1 + ONE_IN + DROPPED));
            int all = first - 1 + AT_ONCE;
            endpoint().repairWebhooks();
            await("everything").untilAsserted(() -> assertThat(done).hasSize(all));
            awaitReport(expected ->
                    !expected.startsWith("0 ") && !expected.contains("missing") && !expected.contains("failed"));
            // The log drops successful deliveries after two days.
            sandbox().clock().advance(Duration.ofDays(3));
        }

        assertThat(done.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(failed).hasSize(DELIVERIES / ONE_IN);
    }

    private void deliver(int first) {
        sandbox().webhooks().forgetDeliveries();
        sandbox().webhooks().every(ONE_IN).drop();
        sandbox().webhooks().skip(REPEATED).every(ONE_IN).repeat();
        for (int i = first; i < first + AT_ONCE; i++) {
            sandbox().create(CONTACTS, Map.of("firstname", Integer.toString(i)));
        }
        sandbox().webhooks().awaitQuiet(Duration.ofMinutes(2));
        assertThat(sandbox().webhooks().deliveryCount()).as("with repeats").isEqualTo(AT_ONCE + AT_ONCE / ONE_IN - 1);
        sandbox().webhooks().clear();
    }

    private OntraportEndpoint endpoint() {
        return (OntraportEndpoint) ((WebhookEndpoint) context.getRoute("listen").getEndpoint()).getEndpoint();
    }

    private void awaitReport(String expected) {
        awaitReport(outcome -> outcome.contains(expected));
    }

    private void awaitReport(Predicate<String> expected) {
        await("repair").untilAsserted(() -> assertThat(health().getDetails().get("ontraport.repair"))
                .asString()
                .matches(expected));
    }
}
