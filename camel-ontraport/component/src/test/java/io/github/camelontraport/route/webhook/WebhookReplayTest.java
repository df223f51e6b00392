package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.support.MovedClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Missed deliveries are replayed from the delivery log (option webhookRepair). */
class WebhookReplayTest extends WebhookTestSupport {

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
        return got.stream()
                .map(exchange -> header(exchange, OntraportConstants.OBJECT_ID, String.class))
                .toList();
    }

    private String awaitReport(String words) {
        await("repair").untilAsserted(() -> assertThat(health().getDetails().get("ontraport.repair"))
                .asString()
                .contains(words));
        return health().getDetails().get("ontraport.repair").toString();
    }

    private OntraportEndpoint endpoint() {
        return (OntraportEndpoint) ((WebhookEndpoint) context.getRoute("listen").getEndpoint()).getEndpoint();
    }

    private void quiet() {
        sandbox().webhooks().awaitQuiet(TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource(WebhookEncoding.class)
    void deliveriesMissedWhileStoppedAreReplayedAtStart(WebhookEncoding encoding) throws Exception {
        sandbox().webhooks().encoding(encoding);
        subscribe(uri(URI));
        assertThat(awaitReport("0 missed deliveries in the log"))
                .as("of a new subscription nothing can be missing")
                .doesNotContain("missing");
        String before = contact("Before");
        quiet();
        context.getRouteController().stopRoute("listen");
        String missed = contact("Missed");
        quiet();

        context.getRouteController().startRoute("listen");

        await("delivery").untilAsserted(() -> assertThat(gotIds()).containsExactly(before, missed));
        assertThat(awaitReport("1 missed deliveries in the log, 1 were new")).doesNotContain("missing");
        assertThat(record(got.get(1))).containsEntry("firstname", "Missed");
        assertThat(header(got.get(1), OntraportConstants.WEBHOOK_ID, String.class))
                .isNotEmpty();
    }

    @Test
    void onDemandFailedDeliveriesAreReplayedUntilTheySucceed() throws Exception {
        boolean[] fails = {true};
        listen(
                "listen",
                uri(URI),
                route -> route.process(exchange -> {
                    if (fails[0]) {
                        throw new IllegalStateException("no");
                    }
                }));
        awaitSubscriptions(1);
        awaitReport("0 missed");
        String nora = contact("Nora");
        quiet();

        OntraportEndpoint endpoint = endpoint();
        endpoint.repairWebhooks();
        awaitReport("1 missed deliveries in the log, 0 were new, 1 failed again");
        fails[0] = false;
        endpoint.repairWebhooks();
        awaitReport("1 missed deliveries in the log, 1 were new");
        endpoint.repairWebhooks();
        awaitReport("0 missed deliveries in the log");

        assertThat(gotIds()).containsExactly(nora);
    }

    @Test
    void warnsWhenTheLogDoesNotReachBack() throws Exception {
        subscribe(uri(URI));
        awaitReport("0 missed");
        context.getRouteController().stopRoute("listen");
        contact("Lost");
        quiet();
        sandbox().clock().advance(Duration.ofDays(8));
        context.getRouteController().startRoute("listen");

        awaitReport("some may still be missing: the log keeps them for 7 days, and the last repair is longer ago");
    }

    @Test
    void withoutAnEarlierReplayTheReportSaysSo() throws Exception {
        sandbox().create(WEBHOOKS, Map.of("url", url(), "event", "object_create(0)", "data", ""));
        String first = contact("First");
        quiet();
        listen(uri(URI));

        awaitReport(
                "1 missed deliveries in the log, 1 were new; no earlier repair is known, and the log reaches back 7 days");
        assertThat(gotIds()).containsExactly(first);
    }

    /** Another endpoint with the same repository stands for another start of the application. */
    @Test
    void theRepositoryRecordsTheLastReplay() throws Exception {
        sandbox().create(WEBHOOKS, Map.of("url", url(), "event", "object_create(0)", "data", ""));
        String first = contact("First");
        quiet();
        try (CapturedLog log = new CapturedLog("io.github.camelontraport.receiver.ReplayScheduler")) {
            listen(uri(URI));
            awaitReport("1 missed deliveries in the log, 1 were new; no earlier repair is known");
            again(uri(URI + "&webhookMaxBodySize=1000"));
            assertThat(awaitReport("1 missed deliveries in the log, 0 were new"))
                    .doesNotContain("repair is known", "missing");
            assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith("INFO"));
            sandbox().clock().advance(Duration.ofDays(8));
            again(uri(URI + "&webhookMaxBodySize=2000"));
            awaitReport(
                    "0 missed deliveries in the log, 0 were new; some may still be missing: the log keeps them for 7 days, and "
                            + "the last repair is longer ago");
            assertThat(log.lines()).last().asString().startsWith("WARN");
        }
        assertThat(gotIds()).containsExactly(first);
    }

    private void again(String uri) throws Exception {
        context.getRouteController().stopRoute("listen");
        context.removeRoute("listen");
        listen(uri);
    }

    @Test
    void deliveriesMissedByAReplacedSubscriptionAreReplayed() throws Exception {
        sandbox()
                .create(
                        WEBHOOKS,
                        Map.of("url", url() + "?token=former-token_0123", "event", "object_create(0)", "data", ""));
        String missed = contact("Missed");
        quiet();

        listen(uri(URI + "&webhookVerifyToken=" + TOKEN));

        await("delivery").untilAsserted(() -> assertThat(gotIds()).containsExactly(missed));
        assertThat(subscriptions()).hasSize(1);
        assertThat(awaitReport("1 missed deliveries in the log, 1 were new")).contains("no earlier repair is known");
    }

    @Test
    void aStopWaitsForTheDeliveryInProgressAndEndsTheReplay() throws Exception {
        sandbox().create(WEBHOOKS, Map.of("url", url(), "event", "object_create(0)", "data", ""));
        contact("First");
        contact("Second");
        contact("Third");
        quiet();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        listen(
                "listen",
                uri(URI),
                route -> route.process(exchange -> {
                    arrived.countDown();
                    finish.await();
                }));
        arrived.await();
        OntraportEndpoint endpoint = endpoint();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stopRoute());
        await("the beginning of the stop").until(() -> endpoint.listensAt().isEmpty());
        finish.countDown();
        stop.join();

        assertThat(gotIds()).as("not interrupted, and nothing after it").hasSize(1);
        context.getRouteController().startRoute("listen");
        awaitReport("3 missed deliveries in the log, 2 were new");
        assertThat(gotIds()).hasSize(3).doesNotHaveDuplicates();
    }

    private void stopRoute() {
        try {
            context.getRouteController().stopRoute("listen");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLaterSuccessDoesNotCloseTheGap() throws Exception {
        boolean[] fails = {false};
        listen(
                "listen",
                uri(URI),
                route -> route.process(exchange -> {
                    if (fails[0]) {
                        throw new IllegalStateException("no");
                    }
                }));
        awaitSubscriptions(1);
        awaitReport("0 missed");
        fails[0] = true;
        contact("Expired");
        quiet();
        fails[0] = false;
        sandbox().clock().advance(Duration.ofDays(8));
        String answered = contact("Answered");
        quiet();
        endpoint().repairWebhooks();

        awaitReport("some may still be missing: the log keeps them for 7 days, and the last repair is longer ago");
        assertThat(gotIds()).containsExactly(answered);
    }

    @Test
    void aSuccessOfAnEarlierProcessDoesNotCloseTheGap() throws Exception {
        listen("before", uri("contacts?event=created"), route -> {});
        awaitSubscriptions(1);
        String first = contact("First");
        quiet();
        context.getRouteController().stopRoute("before");
        context.removeRoute("before");
        String second = contact("Second");
        quiet();
        listen(uri(URI));

        assertThat(awaitReport("1 missed deliveries in the log, 1 were new")).contains("no earlier repair is known");
        assertThat(gotIds()).containsExactly(first, second);
    }

    @Test
    void aRemovedSubscriptionIsReportedAsAGap() throws Exception {
        subscribe(uri(URI));
        awaitReport("0 missed");
        context.getRouteController().stopRoute("listen");
        String missed = contact("Missed");
        quiet();
        long id = Long.parseLong(subscriptions().get(0).get("id").toString());
        sandbox().delete(WEBHOOKS, id);
        contact("Lost");
        context.getRouteController().startRoute("listen");

        awaitReport(
                "1 missed deliveries in the log, 1 were new; some may still be missing: there was no subscription for a time");
        assertThat(gotIds()).containsExactly(missed);
    }

    @Test
    void aFailedReplayIsRetriedUntilTheApiAnswers() throws Exception {
        sandbox().create(WEBHOOKS, Map.of("url", url(), "event", "object_create(0)", "data", ""));
        String missed = contact("Missed");
        quiet();
        sandbox()
                .faults()
                .on("GET", "/WebhookLogs")
                .always()
                .status(403, "No, " + url() + "?token=somebody-elses_token");
        MovedClock clock = new MovedClock();
        listen(uri(URI, clock));
        awaitReport("could not be read back");
        assertThat(health().getState()).isEqualTo(State.DOWN);
        assertThat(health().getMessage().orElse("") + health().getDetails())
                .contains("token=xxxxxx")
                .doesNotContain("somebody");
        sandbox().faults().clear();
        clock.pass(Duration.ofSeconds(5));

        awaitReport("1 missed deliveries in the log, 1 were new");
        assertThat(health().getState()).isEqualTo(State.UP);
        assertThat(gotIds()).containsExactly(missed);
    }

    /** The successful attempt may have been answered by a route without the repository. */
    @Test
    void aDeliveryThatSucceededOnRetryIsLeftToTheRepository() throws Exception {
        sandbox().webhooks().retries(1);
        boolean[] failed = {false};
        listen(
                "before",
                uri("contacts?event=created"),
                route -> route.process(exchange -> {
                    if (!failed[0]) {
                        failed[0] = true;
                        throw new IllegalStateException("The first attempt fails");
                    }
                }));
        awaitSubscriptions(1);
        String nora = contact("Nora");
        quiet();
        context.getRouteController().stopRoute("before");
        context.removeRoute("before");
        listen(uri(URI));

        awaitReport("1 missed deliveries in the log, 1 were new");
        assertThat(gotIds()).containsExactly(nora, nora);
        endpoint().repairWebhooks();
        awaitReport("0 missed deliveries in the log");
        assertThat(gotIds()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            webhook_id:webhook, payload:Request Body, code:status | 1 missed deliveries in the log, 1 were new;
            webhook_id:, code:                                    | 1 missed deliveries in the log, 1 were new;
            payload:                                              | the log does not hold what 1 of them delivered
            """)
    void fieldNamesComeFromMetadataOrRowsAndMayBeMissing(String names, String words) throws Exception {
        Map<String, String> fields = new HashMap<>();
        for (String name : names.split(", *")) {
            fields.put(name.split(":")[0], name.endsWith(":") ? "" : name.split(":")[1]);
        }
        try (OntraportSandbox other =
                OntraportSandbox.builder().webhookLogFields(fields).start()) {
            other.create(WEBHOOKS, Map.of("url", "http://localhost:1/hook", "event", "object_create(0)", "data", ""));
            other.create(WEBHOOKS, Map.of("url", url(), "event", "object_create(0)", "data", ""));
            other.create(CONTACTS, Map.of("firstname", "Nora"));
            other.webhooks().awaitQuiet(TIMEOUT);

            listen(uri(URI + "&baseUrl=" + other.baseUrl() + "&apiKey=" + other.apiKey() + "&appId=" + other.appId()));

            awaitReport(words);
            assertThat(got).hasSize(names.startsWith("payload") ? 0 : 1);
        }
    }

    @Test
    void aReplayNeedsARepositoryAndAStartedRoute() throws Exception {
        listen(uri("contacts?event=created"));
        OntraportEndpoint endpoint = endpoint();

        assertThatThrownBy(endpoint::repairWebhooks).hasMessageContaining("idempotentRepository");
        context.getRouteController().stopRoute("listen");
        assertThatThrownBy(endpoint::repairWebhooks).hasMessageContaining("not started");
    }
}
