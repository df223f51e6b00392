package io.github.camelontraport.sandbox.page;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.fault.Fault;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.PlannedFault;
import io.github.camelontraport.sandbox.server.RateHeaders;
import io.github.camelontraport.sandbox.server.RateLimitWindow;
import io.github.camelontraport.sandbox.server.RequestLog;
import io.github.camelontraport.sandbox.webhook.WebhookPublisher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page shows, as values of JSON. Times are Unix seconds of the account. */
public final class PageState {

    private final Account account;
    private final RateLimitWindow rateLimit;
    private final FaultPlan<?, ? extends Fault> requestFaults;
    private final FaultPlan<?, ? extends Fault> deliveryFaults;
    private final RequestsView requests;
    private final RecordsView records;
    private final WebhooksView webhooks;

    public PageState(
            Account account,
            RateLimitWindow rateLimit,
            RequestLog log,
            FaultPlan<?, ? extends Fault> requestFaults,
            WebhookPublisher publisher) {
        this.account = account;
        this.rateLimit = rateLimit;
        this.requestFaults = requestFaults;
        deliveryFaults = publisher.queue().faults();
        requests = new RequestsView(account.records().types(), log);
        records = new RecordsView(account.records());
        webhooks = new WebhooksView(account.records(), publisher.queue());
    }

    Map<String, Object> now() {
        return account.lock().locked(() -> {
            RecordStore store = account.records();
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("time", store.now().getEpochSecond());
            state.put("rate", rate(rateLimit.headers(store.now())));
            state.put("requests", requests.show());
            state.put("records", records.show());
            state.put("faults", faults());
            state.put("webhooks", webhooks.show());
            return state;
        });
    }

    private static Map<String, Object> rate(RateHeaders rate) {
        return Map.of("limit", rate.limit(), "used", rate.limit() - rate.remaining(), "reset", rate.reset());
    }

    private Map<String, Object> faults() {
        return Map.of(
                "requests", planned(requestFaults),
                "deliveries", planned(deliveryFaults),
                "switches", account.records().switches().active());
    }

    private static List<Map<String, Object>> planned(FaultPlan<?, ? extends Fault> plan) {
        return plan.planned().stream().map(PageState::planned).toList();
    }

    private static Map<String, Object> planned(PlannedFault fault) {
        return Map.of("target", fault.target(), "schedule", fault.schedule().description(), "effect", fault.effect());
    }
}
