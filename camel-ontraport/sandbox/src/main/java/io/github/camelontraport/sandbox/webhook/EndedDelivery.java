package io.github.camelontraport.sandbox.webhook;

import java.time.Instant;

/** A delivery attempt with its outcome, and the account's time when it ended. */
public record EndedDelivery(DeliveryAttempt attempt, DeliveryOutcome outcome, Instant time) {}
