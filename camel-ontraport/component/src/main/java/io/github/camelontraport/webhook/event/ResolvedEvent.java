package io.github.camelontraport.webhook.event;

import io.github.camelontraport.api.type.ObjectType;

/**
 * The event that an endpoint listens for, with ids in place of names.
 *
 * @param type    the endpoint's object type; records of a form or product event may have another type
 * @param subject id of the tag, form, product or object type
 */
public record ResolvedEvent(WebhookEvent event, ObjectType type, long subject) {

    /** The event as the API writes it, such as {@code sub_tag(6)}. */
    public String apiText() {
        return event.format(subject);
    }
}
