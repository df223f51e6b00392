package io.github.camelontraport.sandbox;

import java.time.Instant;

/**
 * One attempt of the sandbox to deliver a webhook, as it ended. Immutable.
 *
 * @param webhookId id of the subscription; 0 for what a test delivered
 * @param event as the subscription names it, such as {@code sub_tag(6)}; "" for what a test delivered
 * @param url where to
 * @param contentType of the payload
 * @param payload as sent
 * @param attempt 1, or more when the delivery was tried again
 * @param status of the reply; 0 when there was none
 * @param failure why there was no reply; null when there was one, of whatever status
 * @param time of the account when it ended
 */
public record SandboxDelivery(
        long webhookId,
        String event,
        String url,
        String contentType,
        String payload,
        int attempt,
        int status,
        String failure,
        Instant time) {

    /** Whether the reply had a status from 200 to 299. */
    public boolean succeeded() {
        return status / 100 == 2;
    }

    /** In short, without the query of the URL, where receivers keep their secrets. */
    @Override
    public String toString() {
        return event + " to " + url.replaceAll("[?#].*", "") + ", attempt " + attempt + ": "
                + (failure == null ? status : failure);
    }
}
