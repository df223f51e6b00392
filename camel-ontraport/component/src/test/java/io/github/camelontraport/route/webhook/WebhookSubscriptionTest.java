package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.support.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The subscription of a route: found, created, replaced, kept and removed. */
class WebhookSubscriptionTest extends WebhookTestSupport {

    private static final int FORMS = 122;
    private static final int PRODUCTS = 16;

    private static final String CREATED = "contacts?event=created&webhookVerifyToken=" + TOKEN;

    private static long existing(String url, String event, String data) {
        return sandbox().create(WEBHOOKS, Map.of("url", url, "event", event, "data", data));
    }

    private static List<String> ids() {
        return subscriptions().stream()
                .map(subscription -> subscription.get("id").toString())
                .toList();
    }

    private void awaitActive() {
        await("health").untilAsserted(() -> assertThat(health().getState()).isEqualTo(State.UP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            contacts?event=created                        | object_create(0)
            deals?event=created&webhookFormat=notify      | object_create(149)
            contacts?event=tagged&tagId=4                 | sub_tag(4)
            contacts?event=untagged&tagId=4               | unsub_tag(4)
            contacts?event=formSubmitted&formId=7         | object_submits_form(7)
            contacts?event=productPurchased&productId=9   | purchase_product(9)
            contacts?event=transactionCreated&productId=9 | transaction_created_with_product(9)
            """)
    void createsTheSubscriptionOfEachEvent(String options, String event) throws Exception {
        subscribe(uri(options + "&webhookVerifyToken=" + TOKEN));

        assertThat(subscriptions().get(0))
                .containsEntry("event", event)
                .containsEntry("url", url() + "?token=" + TOKEN)
                .containsEntry("data", options.contains("notify") ? "{\"format\":\"notify\"}" : "");
        awaitActive();
        assertThat(health().getDetails()).containsEntry("ontraport.url", url());
    }

    @Test
    void deliveriesGoOnAfterTheAccountWasCleared() throws Exception {
        sandbox().addTag(CONTACTS, sandbox().create(CONTACTS, Map.of()), "VIP");
        subscribe(uri("contacts?event=tagged&tag=VIP"));
        awaitActive();

        sandbox().clear();
        long nora = sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        sandbox().addTag(CONTACTS, nora, "VIP");

        await("delivery").untilAsserted(() -> assertThat(got).hasSize(1));
        assertThat(header(got.get(0), OntraportConstants.OBJECT_ID, String.class))
                .isEqualTo(Long.toString(nora));
    }

    @Test
    void tagAndCustomObjectMayBeGivenByName() throws Exception {
        int type = sandbox().defineCustomObject("Pet", Map.of());
        long rex = sandbox().create(type, Map.of());
        sandbox().addTag(type, rex, "VIP");
        subscribe(uri("Pet?event=tagged&tag=VIP"));
        awaitActive();

        sandbox().addTag(type, sandbox().create(type, Map.of()), "VIP");

        await("delivery").untilAsserted(() -> assertThat(got).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            event=formSubmitted&formId=Contact us           | object_submits_form(2)
            event=productPurchased&productId=Field guide    | purchase_product(1)
            event=transactionCreated&productId=field guide  | transaction_created_with_product(1)
            """)
    void formAndProductMayBeGivenByName(String options, String event) throws Exception {
        sandbox().create(FORMS, Map.of("formname", "Newsletter"));
        sandbox().create(FORMS, Map.of("formname", "Contact us", "object_type_id", 150));
        sandbox().create(PRODUCTS, Map.of("name", "Field guide"));

        subscribe(uri("contacts?" + options));

        assertThat(subscriptions().get(0)).containsEntry("event", event);
        assertThat(sandbox().requests())
                .filteredOn(
                        request -> List.of("16", "122").contains(request.query().getOrDefault("objectID", "")))
                .hasSize(1);
    }

    @Test
    void findsItsSubscriptionAndKeepsOthers() throws Exception {
        existing("https://elsewhere.example/hook", "object_create(0)", "");
        existing(url() + "x", "object_create(0)", "");
        existing(url() + "?token=" + TOKEN, "sub_tag(4)", "");
        long own = existing(url() + "?token=" + TOKEN, "object_create(0)", "");
        listen(uri(CREATED));
        awaitActive();

        assertThat(ids()).hasSize(4);
        assertThat(health().getDetails()).containsEntry("ontraport.webhookId", own);
    }

    @Test
    void theHealthCheckShowsTheLastDelivery() throws Exception {
        sandbox()
                .create(
                        WEBHOOKS,
                        Map.of(
                                "url",
                                url() + "?token=" + TOKEN,
                                "event",
                                "object_create(0)",
                                "data",
                                "",
                                "last_hook",
                                "1760000000",
                                "last_code",
                                "502"));
        listen(uri(CREATED));
        awaitActive();

        assertThat(health().getDetails())
                .containsEntry("ontraport.lastDelivery", "2025-10-09T08:53:20Z")
                .containsEntry("ontraport.lastCode", 502);
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ?token=another-token_0123  |
            ''                         |
            ?token=t0ken-of-a-test_0123 | {"format":"notify"}
            """)
    void anotherTokenOrFormatReplacesTheSubscription(String query, String data) throws Exception {
        long before = existing(url() + query, "object_create(0)", data == null ? "" : data);
        listen(uri(CREATED));
        awaitActive();

        assertThat(ids()).hasSize(1).doesNotContain(Long.toString(before));
        assertThat(subscriptions().get(0))
                .containsEntry("url", url() + "?token=" + TOKEN)
                .containsEntry("data", "");
    }

    @Test
    void keepsTheFirstOfSeveralSubscriptions() throws Exception {
        long first = existing(url() + "?token=" + TOKEN, "object_create(0)", "");
        existing(url() + "?token=" + TOKEN, "object_create(0)", "");
        existing(
                url().replace("localhost", "LOCALHOST") + "?token=" + TOKEN,
                "object_create(0)",
                "{\"format\":\"full\"}");
        listen(uri(CREATED));
        awaitActive();

        assertThat(ids()).containsExactly(Long.toString(first));
    }

    @Test
    void nodesThatStartTogetherKeepOneSubscription() throws Exception {
        List<CamelContext> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                nodes.add(node());
            }
            CompletableFuture.allOf(nodes.stream()
                            .map(node -> CompletableFuture.runAsync(node::start))
                            .toArray(CompletableFuture[]::new))
                    .get();
            await("subscriptions").untilAsserted(() -> {
                assertThat(nodes).allSatisfy(node -> assertThat(health(node)).isEqualTo(State.UP));
                assertThat(ids()).hasSize(1);
            });
        } finally {
            nodes.forEach(CamelContext::stop);
        }
    }

    private CamelContext node() throws Exception {
        CamelContext node = new DefaultCamelContext();
        OntraportConfiguration settings =
                node.getComponent("ontraport", OntraportComponent.class).getConfiguration();
        settings.setBaseUrl(sandbox().baseUrl());
        settings.setApiKey(sandbox().apiKey());
        settings.setAppId(sandbox().appId());
        serve(node, freePort());
        listen(node, "node", uri(CREATED), route -> {});
        return node;
    }

    private static State health(CamelContext node) {
        return org.apache.camel.health.HealthCheckRegistry.get(node).stream()
                .filter(check -> check.getId().startsWith("ontraport-webhook"))
                .findFirst()
                .orElseThrow()
                .call()
                .getState();
    }

    /** Until then deliveries neither arrive nor appear in the log. Pollers are not ready before their first poll either. */
    @Test
    void isNotReadyBeforeTheApiAnswers() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        sandbox().faults().on("GET", "/Webhooks").thenRun(() -> {
            asked.countDown();
            uninterrupted(answer);
        });
        listen(uri(CREATED));
        asked.await();

        assertThat(health().getState()).isEqualTo(State.DOWN);
        assertThat(health().getMessage()).hasValue("The webhook subscription is being looked for");
        answer.countDown();
        awaitActive();
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void startsWithoutTheApiAndReportsIt() throws Exception {
        sandbox().faults().always().status(403, "No. " + TOKEN);
        MovedClock clock = new MovedClock();
        listen(uri(CREATED, clock));

        await("health").untilAsserted(() -> assertThat(health().getMessage().orElse(""))
                .contains("No. xxxxxx"));
        assertThat(health().getState()).isEqualTo(State.DOWN);
        assertThat(health().getMessage().orElse("")).doesNotContain(TOKEN);
        sandbox().faults().clear();
        clock.pass(Duration.ofSeconds(5));
        awaitActive();

        assertThat(ids()).hasSize(1);
        assertThat(health().getDetails().toString())
                .doesNotContain(TOKEN, sandbox().apiKey());
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void isKeptOrRemovedWhenTheRouteStops(boolean kept, int left) throws Exception {
        existing("https://elsewhere.example/hook", "object_create(0)", "");
        listen(uri(CREATED + "&webhookKeepSubscription=" + kept));
        awaitSubscriptions(2);
        awaitActive();

        context.getRouteController().stopRoute("listen");
        assertThat(ids()).hasSize(left + 1);

        context.getRouteController().startRoute("listen");
        awaitSubscriptions(2);
        sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        await("delivery").untilAsserted(() -> assertThat(got).hasSize(1));
        context.stop();
        assertThat(ids()).hasSize(left + 1);
    }

    @Test
    void withoutAutoRegisterNoRequestIsSent() throws Exception {
        listen(uri(CREATED + "&webhookAutoRegister=false").replaceFirst("&webhookExternalUrl=.*", ""));

        assertThat(status(url() + "?token=" + TOKEN, JSON, created(8))).isEqualTo(200);
        context.getRouteController().stopRoute("listen");

        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void logLinesNameThePath() throws Exception {
        try (CapturedLog log = new CapturedLog("io.github.camelontraport.OntraportWebhookProcessor")) {
            listen(uri(CREATED + "&webhookAutoRegister=false"));
            assertThat(status(url(), JSON, created(8))).isEqualTo(403);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("INFO A request to ontraport://contacts?")
                    .contains(" at /hook is answered with 403")
                    .doesNotContain(TOKEN);
        }
    }

    @Test
    void theExternalUrlMayHaveAPath() throws Exception {
        listen(uri(CREATED)
                .replaceFirst("webhookExternalUrl=.*", "webhookExternalUrl=https://hooks.example.com/camel/"));
        awaitSubscriptions(1);

        assertThat(subscriptions().get(0)).containsEntry("url", "https://hooks.example.com/camel/hook?token=" + TOKEN);
    }
}
