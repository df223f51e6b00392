package io.github.camelontraport.sandbox.webhook;

import java.time.Duration;

/**
 * The settings of deliveries.
 *
 * @param connections maximum number of concurrent deliveries
 * @param timeout until the reply is complete, in real time
 * @param retries how often a failed delivery is tried again
 * @param groupSize how many deliveries are collected and then sent in reverse order
 */
public record DeliverySettings(
        PayloadEncoding encoding, int connections, Duration timeout, int retries, int groupSize) {

    static final DeliverySettings DEFAULT = new DeliverySettings(PayloadEncoding.JSON, 4, Duration.ofSeconds(10), 0, 1);

    public DeliverySettings encoding(PayloadEncoding other) {
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
