package io.github.camelontraport.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.camelontraport.sandbox.WebhookEvent.Kind;

/** Tells subscribers what happens in the account, and keeps what came of it. Guarded by the account's lock. */
final class Webhooks {

    private final Account account;
    private final DeliveryQueue queue;
    private final WebhookLog log;

    Webhooks(Account account, Map<String, String> logFields) {
        this.account = account;
        this.queue = new DeliveryQueue(account, this::ended);
        this.log = new WebhookLog(account, logFields);
    }

    DeliveryQueue queue() {
        return queue;
    }

    WebhookLog log() {
        return log;
    }

    void created(ObjectType type, StoredRecord stored) {
        happened(new WebhookEvent(Kind.RECORD_CREATED, type.id()), type, stored, account.now());
        if (type.id() == ObjectType.PURCHASE) {
            bought(Kind.TRANSACTION_CREATED, stored);
            if (Sales.isPaidPurchase(stored.latest())) {
                bought(Kind.PRODUCT_PURCHASED, stored);
            }
        }
    }

    /** @param before what the record held */
    void updated(ObjectType type, Map<String, String> before, StoredRecord stored) {
        if (type.id() == ObjectType.PURCHASE && !Sales.isPaidPurchase(before) && Sales.isPaidPurchase(stored.latest())) {
            bought(Kind.PRODUCT_PURCHASED, stored);
        }
    }

    /** Sends a delivery to every webhook subscribed to an event. */
    void happened(WebhookEvent event, ObjectType type, StoredRecord stored, Instant when) {
        for (StoredRecord subscription : account.table(account.types().get(ObjectType.WEBHOOK)).all()) {
            if (event.subscribed().equals(subscription.latest().get("event"))) {
                queue.add(delivery(subscription, event, type, stored.latest(), when));
            }
        }
    }

    /** Carries out what has become due, and forgets what was kept long enough. */
    void settle() {
        queue.settle();
        log.purge();
    }

    void clear() {
        queue.clear();
        log.clear();
    }

    /** What is delivered about a purchase is the contact that made it. */
    private void bought(Kind kind, StoredRecord purchase) {
        ObjectType contacts = account.types().get(ObjectType.CONTACT);
        Optional<Long> product = id(purchase, "product_id");
        id(purchase, "contact_id").flatMap(account.table(contacts)::find).ifPresent(contact -> product.ifPresent(
                id -> happened(new WebhookEvent(kind, id), contacts, contact, account.now())));
    }

    private static Optional<Long> id(StoredRecord stored, String field) {
        String id = stored.latest().get(field);
        return id != null && id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private Delivery delivery(
            StoredRecord subscription, WebhookEvent event, ObjectType type, Map<String, String> record, Instant when) {
        Map<String, String> terms = subscription.latest();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("webhook_id", Long.toString(subscription.id()));
        payload.put("object_type_id", Integer.toString(type.id()));
        payload.put("event", event.shown());
        payload.put("data", WebhookFormat.of(terms.get("data")).orElse(WebhookFormat.FULL).cut(type, record));
        payload.put("timestamp", Account.seconds(when));
        WebhookEncoding encoding = queue.settings().encoding();
        return new Delivery(subscription.id(), event.subscribed(), String.valueOf(terms.get("url")), encoding.contentType(),
                encoding.encode(payload));
    }

    private void ended(Delivery delivery, DeliveryEnd end) {
        if (delivery.webhookId() == 0) {
            return;
        }
        log.add(delivery, end);
        account.table(account.types().get(ObjectType.WEBHOOK)).find(delivery.webhookId()).ifPresent(subscription -> {
            Map<String, String> values = new LinkedHashMap<>(subscription.latest());
            values.put("last_hook", Account.seconds(account.now()));
            values.put("last_code", Integer.toString(end.status()));
            values.put("last_payload", delivery.payload());
            account.rewrite(subscription, values, account.now());
        });
    }
}
