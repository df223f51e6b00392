package io.github.camelontraport.sandbox;

import java.time.Duration;

/**
 * What goes wrong with one delivery.
 *
 * @param lost whether its first attempt gets nowhere
 * @param copies how often it is sent
 * @param delay by the account's clock before it is sent
 */
record DeliveryFault(boolean lost, int copies, Duration delay) {

    static final DeliveryFault NONE = new DeliveryFault(false, 1, Duration.ZERO);
    static final DeliveryFault LOST = new DeliveryFault(true, 1, Duration.ZERO);
    static final DeliveryFault REPEATED = new DeliveryFault(false, 2, Duration.ZERO);

    static DeliveryFault delayed(Duration delay) {
        return new DeliveryFault(false, 1, delay);
    }
}
