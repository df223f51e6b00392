package io.github.camelontraport.sandbox;

import java.time.Instant;

/**
 * One attempt at a delivery, before it ends.
 *
 * @param webhookId 0 when it is for no subscription
 * @param lost whether it gets nowhere
 */
record Delivery(long webhookId, String event, String url, String contentType, String payload, int attempt, boolean lost) {

    Delivery(long webhookId, String event, String url, String contentType, String payload) {
        this(webhookId, event, url, contentType, payload, 1, false);
    }

    Delivery toBeLost() {
        return new Delivery(webhookId, event, url, contentType, payload, attempt, true);
    }

    /** The attempt after this one, which goes through. */
    Delivery again() {
        return new Delivery(webhookId, event, url, contentType, payload, attempt + 1, false);
    }

    SandboxDelivery ended(DeliveryEnd end, Instant time) {
        return new SandboxDelivery(webhookId, event, url, contentType, payload, attempt, end.status(), end.failure(), time);
    }
}
