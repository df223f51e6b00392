package io.github.camelontraport.sandbox.webhook;

import io.github.camelontraport.sandbox.SandboxDelivery;
import java.time.Instant;

/**
 * One attempt at a delivery, before it ends.
 *
 * @param webhookId 0 when it is for no subscription
 * @param lost whether it gets nowhere
 */
public record DeliveryAttempt(
        long webhookId, String event, String url, String contentType, String payload, int attempt, boolean lost) {

    public DeliveryAttempt(long webhookId, String event, String url, String contentType, String payload) {
        this(webhookId, event, url, contentType, payload, 1, false);
    }

    DeliveryAttempt toBeLost() {
        return new DeliveryAttempt(webhookId, event, url, contentType, payload, attempt, true);
    }

    /** The attempt after this one, which goes through. */
    DeliveryAttempt again() {
        return new DeliveryAttempt(webhookId, event, url, contentType, payload, attempt + 1, false);
    }

    SandboxDelivery ended(DeliveryOutcome end, Instant time) {
        return new SandboxDelivery(
                webhookId, event, url, contentType, payload, attempt, end.status(), end.failure(), time);
    }
}
