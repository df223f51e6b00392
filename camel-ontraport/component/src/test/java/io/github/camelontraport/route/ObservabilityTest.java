package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.support.AsyncExchange;
import io.github.camelontraport.support.DeveloperConsole;
import io.github.camelontraport.support.SandboxTestSupport;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What meters and the developer console show of an account, and what they do not. */
class ObservabilityTest extends SandboxTestSupport {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MeterRegistry refusing = new SimpleMeterRegistry();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getRegistry().bind("meters", meters);
        refusing.config().meterFilter(new MeterFilter() {

            @Override
            public Meter.Id map(Meter.Id id) {
                throw new IllegalStateException("of a test");
            }
        });
        context.getRegistry().bind("refusing", refusing);
        return context;
    }

    @Override
    public void configure(OntraportComponent component) {
        component.setRequestsPerMinute(20);
    }

    @Test
    void requestsRetriesAndRefusalsAreCountedByOperation() {
        send("ontraport:contacts?operation=count");
        sandbox().faults().status(500, "Sorry");
        send("ontraport:contacts?operation=count");
        sandbox().faults().rateLimited(1);
        send("ontraport:deals?operation=search");

        assertThat(counted("requests")).containsOnly(Map.entry("count", 3.0), Map.entry("search", 2.0));
        assertThat(counted("retries")).containsOnly(Map.entry("count", 1.0), Map.entry("search", 0.0));
        assertThat(counted("throttled")).containsOnly(Map.entry("count", 0.0), Map.entry("search", 1.0));
        assertThat(operations())
                .extracting("operation", "requests", "retries", "throttled")
                .containsExactly(tuple("count", 3L, 1L, 0L), tuple("search", 2L, 0L, 1L));
        assertThat(text())
                .contains(
                        "count: 3 requests, 1 retries, 0 throttled\n", "search: 2 requests, 0 retries, 1 throttled\n");
    }

    @Test
    void theBudgetIsShownAndWhoWaitsForIt() {
        sandbox().faults().always().delay(Duration.ofMinutes(10));
        List<CompletableFuture<Exchange>> calls = IntStream.range(0, 23)
                .mapToObj(i -> AsyncExchange.start(context, "ontraport:contacts?operation=count", exchange -> {}))
                .toList();
        await().until(() -> sandbox().requestCount() == 20);

        assertThat(gauge("budget.limit")).isEqualTo(20);
        assertThat(gauge("budget.remaining")).isZero();
        assertThat(gauge("budget.waiting")).isEqualTo(3);
        assertThat(gauge("budget.paused")).isZero();
        assertThat(account())
                .containsEntry("component", "ontraport")
                .containsEntry("account", 1)
                .containsEntry("host", "localhost")
                .containsEntry("limit", 20)
                .containsEntry("remaining", 0)
                .containsEntry("waiting", 3)
                .containsEntry("pausedForMillis", 0L);
        assertThat(text())
                .startsWith("ontraport, account 1 at localhost: 0 of 20 requests a minute remain, 3 calls wait\n");
        context.getComponent("ontraport", OntraportComponent.class).stop();
        assertThat(calls).allSatisfy(call -> assertThat(call).isCompleted());
    }

    @Test
    void rowsOfSyncsAreCountedByOutcome() {
        send("ontraport:contacts?operation=sync", List.of(Map.of("email", "a@example.com"), Map.of("city", "Bend")));

        assertThat(meters.find("camel.ontraport.sync.rows").functionCounters().stream()
                        .collect(Collectors.toMap(meter -> meter.getId().getTag("outcome"), FunctionCounter::count)))
                .isEqualTo(Map.of("created", 1.0, "rejected", 1.0));
    }

    @Test
    void aSyncThatRunsIsShown() {
        CompletableFuture<String> shown = new CompletableFuture<>();
        Iterator<Map<String, Object>> rows = Stream.of(1, 2)
                .map(i -> {
                    shown.complete(text());
                    return Map.<String, Object>of("email", i + "@example.com");
                })
                .iterator();

        send("ontraport:contacts?operation=sync", rows);

        assertThat(shown.join()).contains("Sync of contacts: 0 rows");
        assertThat(text()).doesNotContain("Sync of");
    }

    @Test
    void aPauseIsShown() {
        sandbox().faults().rateLimited(600);
        CompletableFuture<Exchange> call =
                AsyncExchange.start(context, "ontraport:contacts?operation=count", exchange -> {});
        await().until(() -> gauge("budget.paused") > 0);

        assertThat(gauge("budget.remaining")).isZero();
        assertThat(gauge("budget.waiting")).isEqualTo(1);
        assertThat((long) account().get("pausedForMillis")).isPositive();
        assertThat(text()).contains("paused for ");
        assertThat(call).isNotDone();
    }

    @Test
    void metersOfAStoppedComponentAreTakenBackAndThoseOfTheNextStartAreItsOwn() {
        OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
        send("ontraport:contacts?operation=count");
        send("ontraport:contacts?operation=count");

        component.stop();
        assertThat(meters.getMeters()).isEmpty();
        assertThat(accounts()).isEmpty();
        component.start();
        send("ontraport:contacts?operation=count");

        assertThat(counted("requests")).containsOnly(Map.entry("count", 1.0));
        assertThat(gauge("budget.limit")).isEqualTo(20);
    }

    @Test
    void aRegistryThatKeepsMetersDoesNotKeepTheComponentFromStopping() {
        context.getRegistry().bind("keeping", new SimpleMeterRegistry() {

            @Override
            public Meter remove(Meter.Id id) {
                throw new IllegalStateException("of a test");
            }
        });
        send("ontraport:contacts?operation=count");

        component().stop();

        assertThat(meters.getMeters()).isEmpty();
        component().start();
        assertThat(send("ontraport:contacts?operation=count").getException()).isNull();
    }

    @Test
    void accountsHaveNumbersAndNoSecretIsShown() {
        send("ontraport:contacts?operation=count");
        send("ontraport:contacts?operation=count&appId=2_another-secret-app&apiKey=another-secret-key");

        assertThat(accounts()).extracting("account").containsExactly(1, 2);
        String everything = text() + json().toJson() + meters.getMetersAsString() + RootPackage.accounts(component());
        assertThat(everything)
                .contains("localhost")
                .doesNotContain("secret", sandbox().appId(), sandbox().apiKey());
        assertThat(meters.find("camel.ontraport.requests").meters())
                .extracting(meter -> meter.getId().getTag("account"))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(Tag::getKey)
                        .contains("camelContext", "component", "account", "host"));
    }

    private OntraportComponent component() {
        return context.getComponent("ontraport", OntraportComponent.class);
    }

    private double gauge(String name) {
        return meters.get("camel.ontraport." + name).gauge().value();
    }

    private Map<String, Double> counted(String name) {
        return meters.find("camel.ontraport." + name).functionCounters().stream()
                .collect(Collectors.toMap(counter -> counter.getId().getTag("operation"), counter -> counter.count()));
    }

    private JsonObject json() {
        return DeveloperConsole.json(context);
    }

    private String text() {
        return DeveloperConsole.text(context);
    }

    private List<Map<String, Object>> accounts() {
        return DeveloperConsole.section(context, "accounts");
    }

    private Map<String, Object> account() {
        return accounts().get(0);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> operations() {
        return (List<Map<String, Object>>) account().get("operations");
    }
}
