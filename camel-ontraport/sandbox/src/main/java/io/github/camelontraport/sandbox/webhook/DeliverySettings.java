package io.github.camelontraport.sandbox.webhook;

import io.github.camelontraport.sandbox.WebhookEncoding;
import java.time.Duration;

/**
 * How deliveries go out.
 *
 * @param connections how many are under way at once, at most
 * @param timeout until the reply is complete, in real time
 * @param retries how often a delivery that failed is tried again
 * @param groupSize how many are gathered to go out in the reverse order
 */
public record DeliverySettings(
        WebhookEncoding encoding, int connections, Duration timeout, int retries, int groupSize) {

    static final DeliverySettings DEFAULT = new DeliverySettings(WebhookEncoding.JSON, 4, Duration.ofSeconds(10), 0, 1);

    public DeliverySettings encoding(WebhookEncoding other) {
        return new DeliverySettings(other, connections, timeout, retries, groupSize);
    }

    public DeliverySettings connections(int other) {
        return new DeliverySettings(encoding, other, timeout, retries, groupSize);
    }

    public DeliverySettings timeout(Duration other) {
        return new DeliverySettings(encoding, connections, other, retries, groupSize);
    }

    public DeliverySettings retries(int other) {
        return new DeliverySettings(encoding, connections, timeout, other, groupSize);
    }

    public DeliverySettings groupSize(int other) {
        return new DeliverySettings(encoding, connections, timeout, retries, other);
    }
}
