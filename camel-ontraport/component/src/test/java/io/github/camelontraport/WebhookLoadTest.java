package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

/** Many deliveries at once, of which some are lost, come twice or fail: in the end the route has done each exactly once. */
class WebhookLoadTest extends WebhookTestSupport {

    private static final int DELIVERIES = 10_000;
    private static final int CONNECTIONS = 16;
    private static final int ONE_IN = 100;

    private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    @Test
    void everythingIsDoneExactlyOnce() throws Exception {
        context.getRegistry().bind("seen", MemoryIdempotentRepository.memoryIdempotentRepository(2 * DELIVERIES));
        listen("listen", uri("contacts?event=created&webhookVerifyToken=" + TOKEN
                + "&idempotentRepository=#seen&webhookRepair=true"), route -> route.process(exchange -> {
                    String id = header(exchange, OntraportConstants.OBJECT_ID, String.class);
                    if (Long.parseLong(id) % ONE_IN == 0 && failed.add(id)) {
                        throw new IllegalStateException("The first attempt fails");
                    }
                    done.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
                }).stop());
        awaitRepair("0 missed deliveries were read back");
        sandbox().webhooks().connections(CONNECTIONS).retries(1);
        sandbox().webhooks().every(ONE_IN).drop();
        sandbox().webhooks().skip(ONE_IN / 2).every(ONE_IN).repeat();

        for (int i = 0; i < DELIVERIES; i++) {
            sandbox().create(CONTACTS, Map.of("firstname", "C" + i));
        }
        sandbox().webhooks().awaitQuiet(Duration.ofMinutes(5));
        sandbox().webhooks().clear();
        ((OntraportEndpoint) ((WebhookEndpoint) context.getRoute("listen").getEndpoint()).getEndpoint()).repairWebhooks();

        await("everything").atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(done).hasSize(DELIVERIES));
        assertThat(done.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(failed).hasSize(DELIVERIES / ONE_IN);
    }

    private void awaitRepair(String words) {
        await("repair").untilAsserted(() -> assertThat(health().getDetails().get("ontraport.repair")).asString().contains(words));
    }
}
