package io.github.camelontraport;

import io.github.camelontraport.account.AccountContext;
import io.github.camelontraport.account.RequestCounters.Counts;
import io.github.camelontraport.api.ratelimit.RateLimiterStatus;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.util.json.JsonObject;

/**
 * The requests left to each account, and the requests that each operation took. Accounts have numbers, in the order in which
 * they were first used, as their app ids are secret.
 */
final class AccountSection implements ConsoleSection {

    private record Shown(String component, AccountContext account, RateLimiterStatus budget, List<Counts> counts) {}

    @Override
    public String name() {
        return "accounts";
    }

    private static List<Shown> accounts(CamelContext context) {
        return ConsoleSection.components(context).stream()
                .flatMap(component -> component.accounts().stream()
                        .map(account -> new Shown(
                                component.name(),
                                account,
                                account.rateLimiter().status(),
                                account.counters().all())))
                .toList();
    }

    @Override
    public List<String> text(CamelContext context) {
        return accounts(context).stream().map(AccountSection::text).toList();
    }

    private static String text(Shown shown) {
        RateLimiterStatus budget = shown.budget;
        String pause = budget.pausedFor().isZero()
                ? ""
                : ", paused for " + budget.pausedFor().toMillis() + " ms after HTTP 429";
        return shown.component + ", " + shown.account + ": " + budget.remaining() + " of " + budget.limit()
                + " requests a minute remain, " + budget.waiting() + " calls wait" + pause + "\n"
                + shown.counts.stream()
                        .map(counts -> "    " + counts.operation() + ": " + counts.requests() + " requests, "
                                + counts.retries() + " retries, " + counts.throttled() + " throttled\n")
                        .collect(Collectors.joining());
    }

    @Override
    public List<JsonObject> json(CamelContext context) {
        return accounts(context).stream().map(AccountSection::json).toList();
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
        json.put("operations", shown.counts.stream().map(AccountSection::json).toList());
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
