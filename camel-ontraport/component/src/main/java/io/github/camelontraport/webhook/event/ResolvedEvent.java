package io.github.camelontraport.webhook.event;

import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.webhook.delivery.ContentFingerprint;
import io.github.camelontraport.webhook.delivery.Delivery;

/**
 * The event that is listened for, with ids in place of names.
 *
 * @param type    of the records; with a form or product they may be of another
 * @param subject id of the tag, form, product or type
 */
public record ResolvedEvent(WebhookEvent event, ObjectType type, long subject) {

    /** As the API writes it, such as sub_tag(6). */
    public String text() {
        return event.text(subject);
    }

    /** Whether the delivery tells this event; one that leaves out an id is taken at its word. */
    public boolean isToldBy(Delivery delivery) {
        return WebhookEvent.named(delivery.event()).filter(event::equals).isPresent()
                && delivery.subject().orElse(subject) == subject
                && (!event.isOfOneType() || delivery.typeId().orElse(type.id()) == type.id());
    }

    /** The type of the delivered record. */
    public ObjectType typeOf(Delivery delivery) {
        long id = delivery.typeId().orElse(type.id());
        return id == type.id() || id > Integer.MAX_VALUE
                ? type
                : ObjectTypes.find(Long.toString(id)).orElseThrow();
    }

    /**
     * The same whenever the same occurrence is delivered again, by whichever subscription and in whichever encoding; another
     * one when it happens again, as its time differs.
     */
    public String deliveryKey(Delivery delivery) {
        return event.option() + ":" + typeOf(delivery).id() + ":" + delivery.recordId() + ":" + subject + ":"
                + delivery.time()
                        .map(time -> Long.toString(time.getEpochSecond()))
                        .orElse("") + ":"
                + ContentFingerprint.fingerprint(delivery.data());
    }
}
