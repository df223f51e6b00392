package io.github.camelontraport.sandbox.fault;

import java.time.Duration;

/**
 * A fault of one webhook delivery.
 *
 * @param lost whether the first attempt is lost
 * @param copies how often the delivery is sent
 * @param delay until it is sent, by the account's clock
 */
public record DeliveryFault(boolean lost, int copies, Duration delay) implements Fault {

    public static final DeliveryFault NONE = new DeliveryFault(false, 1, Duration.ZERO);
    public static final DeliveryFault LOST = new DeliveryFault(true, 1, Duration.ZERO);
    public static final DeliveryFault REPEATED = new DeliveryFault(false, 2, Duration.ZERO);

    @Override
    public String effect() {
        if (lost) {
            return "does not arrive";
        }
        return copies > 1 ? "is sent twice" : "is late by " + delay.toSeconds() + " s";
    }

    public static DeliveryFault delayed(Duration delay) {
        return new DeliveryFault(false, 1, delay);
    }
}
