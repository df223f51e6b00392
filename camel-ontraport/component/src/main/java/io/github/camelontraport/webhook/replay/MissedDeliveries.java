package io.github.camelontraport.webhook.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.WebhookDeliveryKey;
import io.github.camelontraport.webhook.event.ResolvedEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects the missed deliveries of one event from entries of the delivery log, in their order. Not thread-safe. */
final class MissedDeliveries {

    private final ResolvedEvent event;
    private final Set<Long> webhookIds;
    /** By delivery key, because every attempt of a delivery has an entry. */
    private final Map<String, Missed> byKey = new LinkedHashMap<>();

    private long lastEntryId;
    private int unreadable;

    /** A delivery and the id of its first entry. */
    record Missed(Delivery delivery, long entryId) {}

    /**
     * @param webhookIds  the subscriptions whose entries count
     * @param lastEntryId id of the last entry before those that will be added
     */
    MissedDeliveries(ResolvedEvent event, Set<Long> webhookIds, long lastEntryId) {
        this.event = event;
        this.webhookIds = webhookIds;
        this.lastEntryId = lastEntryId;
    }

    /** Id of the last entry that has been added. */
    long lastEntryId() {
        return lastEntryId;
    }

    /** Number of failed entries whose delivery the log does not hold. */
    int unreadable() {
        return unreadable;
    }

    Collection<Missed> all() {
        return byKey.values();
    }

    /** @param names the names of the fields of the row */
    void add(JsonNode row, Map<LogField, String> names) {
        lastEntryId = WebhookLogReader.id(row);
        String owner = names.get(LogField.WEBHOOK);
        if (owner != null && !isOwn(row.path(owner).asText())) {
            return;
        }
        LogEntry entry = LogEntry.of(lastEntryId, row, names);
        // A later success does not settle an entry: only the repository knows whether the route has processed it.
        if (!entry.isMissed()) {
            return;
        }
        if (entry.delivery().isEmpty()) {
            unreadable++;
        } else {
            add(entry.delivery().get());
        }
    }

    private void add(Delivery delivery) {
        if (delivery.isOf(event) && delivery.webhookId().stream().allMatch(webhookIds::contains)) {
            byKey.putIfAbsent(WebhookDeliveryKey.of(delivery, event), new Missed(delivery, lastEntryId));
        }
    }

    private boolean isOwn(String webhookId) {
        return webhookIds.stream().map(String::valueOf).anyMatch(webhookId::equals);
    }
}
