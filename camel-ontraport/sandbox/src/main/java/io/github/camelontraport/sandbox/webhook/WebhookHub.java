package io.github.camelontraport.sandbox.webhook;

import io.github.camelontraport.sandbox.WebhookEncoding;
import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.SaleRecorder;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import io.github.camelontraport.sandbox.webhook.EventKey.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells subscribers what happens in the account, and keeps what came of it. Guarded by the account's lock. */
public final class WebhookHub {

    private final AccountState account;
    private final DeliveryQueue queue;
    private final AttemptLog log;

    public WebhookHub(AccountState account, Map<String, String> logFields) {
        this.account = account;
        this.queue = new DeliveryQueue(account, this::ended);
        this.log = new AttemptLog(account, logFields);
    }

    public DeliveryQueue queue() {
        return queue;
    }

    public AttemptLog log() {
        return log;
    }

    public void created(TypeDefinition type, StoredRecord stored) {
        happened(new EventKey(Kind.RECORD_CREATED, type.id()), type, stored, account.now());
        if (type.id() == TypeDefinition.PURCHASE) {
            bought(Kind.TRANSACTION_CREATED, stored);
            if (SaleRecorder.isPaidPurchase(stored.latest())) {
                bought(Kind.PRODUCT_PURCHASED, stored);
            }
        }
    }

    /** @param before what the record held */
    public void updated(TypeDefinition type, Map<String, String> before, StoredRecord stored) {
        if (type.id() == TypeDefinition.PURCHASE
                && !SaleRecorder.isPaidPurchase(before)
                && SaleRecorder.isPaidPurchase(stored.latest())) {
            bought(Kind.PRODUCT_PURCHASED, stored);
        }
    }

    /** Sends a delivery to every webhook subscribed to an event. */
    public void happened(EventKey event, TypeDefinition type, StoredRecord stored, Instant when) {
        for (StoredRecord subscription :
                account.table(account.types().get(TypeDefinition.WEBHOOK)).all()) {
            if (event.subscribed().equals(subscription.latest().get("event"))) {
                queue.add(delivery(subscription, event, type, stored.latest(), when));
            }
        }
    }

    /** Carries out what has become due, and forgets what was kept long enough. */
    public void settle() {
        queue.settle();
        log.purge();
    }

    public void clear() {
        queue.clear();
        log.clear();
    }

    /** What is delivered about a purchase is the contact that made it. */
    private void bought(Kind kind, StoredRecord purchase) {
        TypeDefinition contacts = account.types().get(TypeDefinition.CONTACT);
        Optional<Long> product = id(purchase, "product_id");
        id(purchase, "contact_id")
                .flatMap(account.table(contacts)::find)
                .ifPresent(contact ->
                        product.ifPresent(id -> happened(new EventKey(kind, id), contacts, contact, account.now())));
    }

    private static Optional<Long> id(StoredRecord stored, String field) {
        String id = stored.latest().get(field);
        return id != null && id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private DeliveryAttempt delivery(
            StoredRecord subscription, EventKey event, TypeDefinition type, Map<String, String> record, Instant when) {
        Map<String, String> terms = subscription.latest();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("webhook_id", Long.toString(subscription.id()));
        payload.put("object_type_id", Integer.toString(type.id()));
        payload.put("event", event.shown());
        payload.put(
                "data",
                PayloadFormat.of(terms.get("data")).orElse(PayloadFormat.FULL).cut(type, record));
        payload.put("timestamp", AccountState.seconds(when));
        WebhookEncoding encoding = queue.settings().encoding();
        return new DeliveryAttempt(
                subscription.id(),
                event.subscribed(),
                String.valueOf(terms.get("url")),
                encoding.contentType(),
                encoding.encode(payload));
    }

    private void ended(DeliveryAttempt delivery, DeliveryOutcome end) {
        if (delivery.webhookId() == 0) {
            return;
        }
        log.add(delivery, end);
        account.table(account.types().get(TypeDefinition.WEBHOOK))
                .find(delivery.webhookId())
                .ifPresent(subscription -> {
                    Map<String, String> values = new LinkedHashMap<>(subscription.latest());
                    values.put("last_hook", AccountState.seconds(account.now()));
                    values.put("last_code", Integer.toString(end.status()));
                    values.put("last_payload", delivery.payload());
                    account.rewrite(subscription, values, account.now());
                });
    }
}
