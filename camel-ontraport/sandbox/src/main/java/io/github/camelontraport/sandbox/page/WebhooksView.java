package io.github.camelontraport.sandbox.page;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.webhook.DeliveryAttempt;
import io.github.camelontraport.sandbox.webhook.DeliveryQueue;
import io.github.camelontraport.sandbox.webhook.EndedDelivery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Webhook subscriptions and the latest deliveries. URLs are shown without their query, which may hold a token. */
final class WebhooksView {

    private static final int SHOWN = 20;

    private final RecordStore records;
    private final DeliveryQueue queue;

    WebhooksView(RecordStore records, DeliveryQueue queue) {
        this.records = records;
        this.queue = queue;
    }

    Map<String, Object> show() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "subscriptions",
                records.table(TypeDefinition.WEBHOOK).all().stream()
                        .map(WebhooksView::show)
                        .toList());
        shown.put("pending", queue.pending());
        shown.put("total", queue.endedCount());
        shown.put(
                "latest",
                Newest.of(queue.ended(), SHOWN).stream().map(WebhooksView::show).toList());
        return shown;
    }

    private static Map<String, Object> show(StoredRecord subscription) {
        Map<String, String> values = subscription.latest();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", subscription.id());
        shown.put("event", Objects.toString(values.get("event"), ""));
        shown.put("url", Texts.withoutSecrets(Objects.toString(values.get("url"), "")));
        return shown;
    }

    private static Map<String, Object> show(EndedDelivery ended) {
        DeliveryAttempt attempt = ended.attempt();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("time", ended.time().getEpochSecond());
        shown.put("event", attempt.event());
        shown.put("url", Texts.withoutSecrets(attempt.url()));
        shown.put("attempt", attempt.attempt());
        shown.put("status", ended.outcome().status());
        shown.put("failure", Objects.toString(ended.outcome().failure(), ""));
        return shown;
    }
}
