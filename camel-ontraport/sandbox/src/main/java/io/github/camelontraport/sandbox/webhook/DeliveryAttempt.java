package io.github.camelontraport.sandbox.webhook;

/**
 * An attempt of a delivery.
 *
 * @param webhookId id of the subscription, 0 when there is none
 * @param attempt 1, or more for a retry
 * @param lost whether a fault prevents that it arrives
 */
public record DeliveryAttempt(
        long webhookId, String event, String url, String contentType, String payload, int attempt, boolean lost) {

    public DeliveryAttempt(long webhookId, String event, String url, String contentType, String payload) {
        this(webhookId, event, url, contentType, payload, 1, false);
    }

    DeliveryAttempt asLost() {
        return new DeliveryAttempt(webhookId, event, url, contentType, payload, attempt, true);
    }

    /** The next attempt, which is not lost. */
    DeliveryAttempt next() {
        return new DeliveryAttempt(webhookId, event, url, contentType, payload, attempt + 1, false);
    }
}
