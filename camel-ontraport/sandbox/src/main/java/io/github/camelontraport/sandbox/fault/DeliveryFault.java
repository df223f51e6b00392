package io.github.camelontraport.sandbox.fault;

import java.time.Duration;

/**
 * What goes wrong with one delivery.
 *
 * @param lost whether its first attempt gets nowhere
 * @param copies how often it is sent
 * @param delay by the account's clock before it is sent
 */
public record DeliveryFault(boolean lost, int copies, Duration delay) {

    public static final DeliveryFault NONE = new DeliveryFault(false, 1, Duration.ZERO);
    public static final DeliveryFault LOST = new DeliveryFault(true, 1, Duration.ZERO);
    public static final DeliveryFault REPEATED = new DeliveryFault(false, 2, Duration.ZERO);

    public static DeliveryFault delayed(Duration delay) {
        return new DeliveryFault(false, 1, delay);
    }
}
