package io.github.camelontraport.webhook.delivery;

import io.github.camelontraport.webhook.event.ResolvedEvent;

/**
 * Identifies the occurrence of an event: equal for every repeat of a delivery, by whichever subscription and in whichever
 * encoding; different when the event happens again, as its time differs.
 */
public final class WebhookDeliveryKey {

    private WebhookDeliveryKey() {}

    /** Event, type, record, the tag, form or product, time, and the digest of the content; not the id of the webhook. */
    public static String of(Delivery delivery, ResolvedEvent event) {
        return event.event().option() + ":" + delivery.type(event).id() + ":" + delivery.recordId() + ":"
                + event.subject() + ":"
                + delivery.time().map(at -> Long.toString(at.getEpochSecond())).orElse("") + ":"
                + ContentFingerprint.of(delivery.data());
    }
}
