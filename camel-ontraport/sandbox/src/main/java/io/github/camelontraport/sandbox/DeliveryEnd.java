package io.github.camelontraport.sandbox;

/**
 * What came of a delivery.
 *
 * @param status 0 without a reply
 * @param failure why there was no reply, or null
 */
record DeliveryEnd(int status, String failure) {

    static DeliveryEnd replied(int status) {
        return new DeliveryEnd(status, null);
    }

    static DeliveryEnd failed(String why) {
        return new DeliveryEnd(0, why);
    }
}
