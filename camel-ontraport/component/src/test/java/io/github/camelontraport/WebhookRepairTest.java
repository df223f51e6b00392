package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.WebhookEncoding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Missed deliveries are read back from the log. */
class WebhookRepairTest extends WebhookTestSupport {

    private static final String URI = "contacts?event=created&idempotentRepository=#seen&webhookRepair=true";

    @BeforeEach
    void bind() {
        context.getRegistry().bind("seen", MemoryIdempotentRepository.memoryIdempotentRepository(10_000));
        sandbox().webhooks().encoding(WebhookEncoding.JSON);
    }

    private static String contact(String firstname) {
        return Long.toString(sandbox().create(CONTACTS, Map.of("firstname", firstname)));
    }

    private List<String> gotIds() {
        return got.stream().map(exchange -> header(exchange, OntraportConstants.OBJECT_ID, String.class)).toList();
    }

    private String repaired(String words) {
        await("repair").untilAsserted(() -> assertThat(health().getDetails().get("ontraport.repair")).asString().contains(words));
        return health().getDetails().get("ontraport.repair").toString();
    }

    private void quiet() {
        sandbox().webhooks().awaitQuiet(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(WebhookEncoding.class)
    void whatWasMissedDuringAStopComesAtTheStart(WebhookEncoding encoding) throws Exception {
        sandbox().webhooks().encoding(encoding);
        subscribe(uri(URI));
        assertThat(repaired("0 missed deliveries were read back")).as("of a new one nothing can be missing")
                .doesNotContain("missing");
        String before = contact("Before");
        quiet();
        context.getRouteController().stopRoute("listen");
        String missed = contact("Missed");
        quiet();

        context.getRouteController().startRoute("listen");

        await("delivery").untilAsserted(() -> assertThat(gotIds()).containsExactly(before, missed));
        assertThat(repaired("1 missed deliveries were read back")).doesNotContain("missing");
        assertThat(record(got.get(1))).containsEntry("firstname", "Missed");
        assertThat(header(got.get(1), OntraportConstants.WEBHOOK_ID, String.class)).isNotEmpty();
    }

    @Test
    void onDemandWhatTheRouteFailedForComesUntilItSucceeds() throws Exception {
        boolean[] fails = { true };
        listen("listen", uri(URI), route -> route.process(exchange -> {
            if (fails[0]) {
                throw new IllegalStateException("no");
            }
        }));
        awaitSubscriptions(1);
        repaired("0 missed");
        String nora = contact("Nora");
        quiet();

        OntraportEndpoint endpoint = (OntraportEndpoint) ((WebhookEndpoint) context.getRoute("listen").getEndpoint()).getEndpoint();
        endpoint.repairWebhooks();
        repaired("0 missed deliveries were read back, 1 more failed again");
        fails[0] = false;
        endpoint.repairWebhooks();
        repaired("1 missed deliveries were read back");
        endpoint.repairWebhooks();
        repaired("0 missed deliveries were read back");

        assertThat(gotIds()).containsExactly(nora);
    }

    @Test
    void aLogThatDoesNotReachBackIsTold() throws Exception {
        subscribe(uri(URI));
        repaired("0 missed");
        context.getRouteController().stopRoute("listen");
        contact("Lost");
        quiet();
        sandbox().clock().advance(Duration.ofDays(8));
        context.removeRoute("listen");
        listen(uri(URI));

        repaired("some may still be missing: the log does not reach back to a delivery that was answered before");
    }

    @Test
    void withoutARepositoryThereIsNoRepair() throws Exception {
        listen(uri("contacts?event=created"));
        OntraportEndpoint endpoint = (OntraportEndpoint) ((WebhookEndpoint) context.getRoute("listen").getEndpoint()).getEndpoint();

        assertThatThrownBy(endpoint::repairWebhooks).hasMessageContaining("idempotentRepository");
        context.getRouteController().stopRoute("listen");
        assertThatThrownBy(endpoint::repairWebhooks).hasMessageContaining("not started");
    }
}
