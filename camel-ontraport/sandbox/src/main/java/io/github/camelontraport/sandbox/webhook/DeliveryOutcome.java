package io.github.camelontraport.sandbox.webhook;

/**
 * What came of a delivery.
 *
 * @param status 0 without a reply
 * @param failure why there was no reply, or null
 */
record DeliveryOutcome(int status, String failure) {

    static DeliveryOutcome replied(int status) {
        return new DeliveryOutcome(status, null);
    }

    static DeliveryOutcome failed(String why) {
        return new DeliveryOutcome(0, why);
    }
}
