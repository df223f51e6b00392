package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.webhook.DeliveryAttempt;
import io.github.camelontraport.sandbox.webhook.EndedDelivery;
import java.time.Instant;

/**
 * An ended attempt to deliver a webhook. Immutable.
 *
 * @param webhookId id of the subscription; 0 for {@link SandboxWebhooks#deliver}
 * @param event as the subscription names it, such as {@code sub_tag(6)}; "" for {@link SandboxWebhooks#deliver}
 * @param url the receiver
 * @param contentType of the payload
 * @param payload as sent
 * @param attempt 1, or more for a retry
 * @param status of the reply; 0 when there was none
 * @param failure the reason why there was no reply; null when there was one, whatever its status
 * @param time of the account when the attempt ended
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

    static SandboxDelivery of(EndedDelivery ended) {
        DeliveryAttempt attempt = ended.attempt();
        return new SandboxDelivery(
                attempt.webhookId(),
                attempt.event(),
                attempt.url(),
                attempt.contentType(),
                attempt.payload(),
                attempt.attempt(),
                ended.outcome().status(),
                ended.outcome().failure(),
                ended.time());
    }

    /** Whether the reply had a status from 200 to 299. */
    public boolean succeeded() {
        return status / 100 == 2;
    }

    /** Omits the query of the URL, as it may contain a secret. */
    @Override
    public String toString() {
        return event + " to " + url.replaceAll("[?#].*", "") + ", attempt " + attempt + ": "
                + (failure == null ? status : failure);
    }
}
