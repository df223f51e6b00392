package io.github.camelontraport;

import io.github.camelontraport.account.AccountContext;
import io.github.camelontraport.account.RequestCounters.Counts;
import io.github.camelontraport.api.ratelimit.RateLimiterStatus;
import io.github.camelontraport.operation.sync.SyncCount;
import io.github.camelontraport.operation.sync.SyncProgress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/**
 * Shows the requests left to each account, and the requests that each operation took. Accounts have numbers, in the order
 * in which they were first used, as their app ids are secret.
 */
@DevConsole(name = "ontraport", displayName = "Ontraport", description = "Requests of the Ontraport accounts")
public class OntraportDevConsole extends AbstractDevConsole {

    private record Shown(String component, AccountContext account, RateLimiterStatus budget, List<Counts> counts) {}

    public OntraportDevConsole() {
        super("camel", "ontraport", "Ontraport", "Requests of the Ontraport accounts");
    }

    private List<Shown> accounts() {
        return getCamelContext().getComponentNames().stream()
                .sorted()
                .map(getCamelContext()::hasComponent)
                .filter(OntraportComponent.class::isInstance)
                .map(OntraportComponent.class::cast)
                .flatMap(component -> component.accounts().stream()
                        .map(account -> new Shown(
                                component.name(),
                                account,
                                account.rateLimiter().status(),
                                account.counters().all())))
                .toList();
    }

    private List<SyncProgress> syncs() {
        return getCamelContext().getComponentNames().stream()
                .sorted()
                .map(getCamelContext()::hasComponent)
                .filter(OntraportComponent.class::isInstance)
                .flatMap(component -> ((OntraportComponent) component).syncs().stream())
                .toList();
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return accounts().stream().map(OntraportDevConsole::text).collect(Collectors.joining())
                + syncs().stream().map(sync -> sync.line() + "\n").collect(Collectors.joining());
    }

    private static String text(Shown shown) {
        RateLimiterStatus budget = shown.budget;
        String pause = budget.pausedFor().isZero()
                ? ""
                : ", paused for " + budget.pausedFor().toMillis() + " ms";
        return shown.component + ", " + shown.account + ": " + budget.remaining() + " of " + budget.limit()
                + " requests a minute remain, " + budget.waiting() + " calls wait" + pause + "\n"
                + shown.counts.stream()
                        .map(counts -> "    " + counts.operation() + ": " + counts.requests() + " requests, "
                                + counts.retries() + " retries, " + counts.throttled() + " throttled\n")
                        .collect(Collectors.joining());
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        return new JsonObject(Map.of(
                "accounts",
                accounts().stream().map(OntraportDevConsole::json).toList(),
                "syncs",
                syncs().stream().map(OntraportDevConsole::json).toList()));
    }

    private static JsonObject json(SyncProgress sync) {
        JsonObject json = new JsonObject();
        json.put("type", sync.type());
        json.put("mode", sync.mode().name());
        for (SyncCount count : SyncCount.values()) {
            json.put(count.label(), sync.get(count));
        }
        json.put("requests", sync.requests());
        json.put("rowsPerSecond", sync.rowsPerSecond());
        if (sync.left() != null) {
            json.put("secondsLeft", sync.left().toSeconds());
        }
        return json;
    }

    private static JsonObject json(Shown shown) {
        JsonObject json = new JsonObject();
        json.put("component", shown.component);
        json.put("account", shown.account.number());
        json.put("host", shown.account.host());
        json.put("limit", shown.budget.limit());
        json.put("remaining", shown.budget.remaining());
        json.put("waiting", shown.budget.waiting());
        json.put("pausedForMillis", shown.budget.pausedFor().toMillis());
        json.put(
                "operations",
                shown.counts.stream().map(OntraportDevConsole::json).toList());
        return json;
    }

    private static JsonObject json(Counts counts) {
        JsonObject json = new JsonObject();
        json.put("operation", counts.operation());
        json.put("requests", counts.requests().sum());
        json.put("retries", counts.retries().sum());
        json.put("throttled", counts.throttled().sum());
        return json;
    }
}
