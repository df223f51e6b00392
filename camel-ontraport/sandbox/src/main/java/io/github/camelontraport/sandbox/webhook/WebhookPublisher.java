package io.github.camelontraport.sandbox.webhook;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.event.AccountListener;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.sale.SaleRecorder;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.webhook.EventKey.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Delivers the events of the account to its webhook subscriptions. Guarded by the account's lock. */
public final class WebhookPublisher implements AccountListener {

    private final RecordStore records;
    private final DeliveryQueue queue;
    private final WebhookLog log;

    /** Registers itself for the events of the account. */
    public WebhookPublisher(Account account, Map<String, String> logFields) {
        this.records = account.records();
        this.queue = new DeliveryQueue(account.lock(), records.clock(), this::ended);
        this.log = new WebhookLog(records, logFields);
        records.events().register(this);
        account.lock().beforeEachUse(queue::sendDue);
        account.lock().beforeEachUse(log::purge);
    }

    public DeliveryQueue queue() {
        return queue;
    }

    public WebhookLog log() {
        return log;
    }

    /** Aborts all deliveries and forgets the log. Call after {@link Account#clear}. */
    public void clear() {
        records.types().replace(log.type(records.types().get(TypeDefinition.WEBHOOK_LOG)));
        queue.clear();
        log.clear();
    }

    @Override
    public void recordCreated(TypeDefinition type, Map<String, String> row) {
        publish(new EventKey(Kind.RECORD_CREATED, type.id()), type, row, records.now());
        if (type.id() == TypeDefinition.PURCHASE) {
            publishPurchase(Kind.TRANSACTION_CREATED, row);
            if (SaleRecorder.isPaidPurchase(row)) {
                publishPurchase(Kind.PRODUCT_PURCHASED, row);
            }
        }
    }

    @Override
    public void recordUpdated(TypeDefinition type, Map<String, String> before, Map<String, String> row) {
        if (type.id() == TypeDefinition.PURCHASE
                && !SaleRecorder.isPaidPurchase(before)
                && SaleRecorder.isPaidPurchase(row)) {
            publishPurchase(Kind.PRODUCT_PURCHASED, row);
        }
    }

    @Override
    public void tagAdded(long tagId, TypeDefinition type, Map<String, String> row, Instant when) {
        publish(new EventKey(Kind.TAG_ADDED, tagId), type, row, when);
    }

    @Override
    public void tagRemoved(long tagId, TypeDefinition type, Map<String, String> row, Instant when) {
        publish(new EventKey(Kind.TAG_REMOVED, tagId), type, row, when);
    }

    @Override
    public void formSubmitted(long formId, TypeDefinition type, Map<String, String> row) {
        publish(new EventKey(Kind.FORM_SUBMITTED, formId), type, row, records.now());
    }

    /** Adds a delivery for every subscription to the event. */
    private void publish(EventKey event, TypeDefinition type, Map<String, String> row, Instant when) {
        for (StoredRecord subscription : records.table(TypeDefinition.WEBHOOK).all()) {
            if (event.name().equals(subscription.latest().get("event"))) {
                queue.add(delivery(subscription, event, type, row, when));
            }
        }
    }

    /** Delivers the contact of a purchase instead of the purchase. */
    private void publishPurchase(Kind kind, Map<String, String> purchase) {
        TypeDefinition contacts = records.types().get(TypeDefinition.CONTACT);
        Optional<Long> product = id(purchase, "product_id");
        id(purchase, "contact_id")
                .flatMap(records.table(contacts)::find)
                .ifPresent(contact -> product.ifPresent(
                        id -> publish(new EventKey(kind, id), contacts, contact.latest(), records.now())));
    }

    private static Optional<Long> id(Map<String, String> row, String field) {
        String id = row.get(field);
        return id != null && id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private DeliveryAttempt delivery(
            StoredRecord subscription, EventKey event, TypeDefinition type, Map<String, String> row, Instant when) {
        Map<String, String> terms = subscription.latest();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("webhook_id", Long.toString(subscription.id()));
        payload.put("object_type_id", Integer.toString(type.id()));
        payload.put("event", event.toPayload());
        payload.put(
                "data",
                PayloadFormat.of(terms.get("data")).orElse(PayloadFormat.FULL).reduce(type, row));
        payload.put("timestamp", RecordStore.seconds(when));
        PayloadEncoding encoding = queue.settings().encoding();
        return new DeliveryAttempt(
                subscription.id(),
                event.name(),
                String.valueOf(terms.get("url")),
                encoding.contentType(),
                encoding.encode(payload));
    }

    private void ended(EndedDelivery delivery) {
        DeliveryAttempt attempt = delivery.attempt();
        if (attempt.webhookId() == 0) {
            return;
        }
        log.add(delivery);
        records.table(TypeDefinition.WEBHOOK).find(attempt.webhookId()).ifPresent(subscription -> {
            Map<String, String> values = new LinkedHashMap<>(subscription.latest());
            values.put("last_hook", records.nowInSeconds());
            values.put("last_code", Integer.toString(delivery.outcome().status()));
            values.put("last_payload", attempt.payload());
            records.rewrite(subscription, values, records.now());
        });
    }
}
