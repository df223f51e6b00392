package io.github.camelontraport.sandbox.webhook;

/**
 * The outcome of a delivery attempt.
 *
 * @param status 0 without a reply
 * @param failure the reason why there was no reply, null when there was one
 */
public record DeliveryOutcome(int status, String failure) {

    public boolean succeeded() {
        return status / 100 == 2;
    }

    static DeliveryOutcome replied(int status) {
        return new DeliveryOutcome(status, null);
    }

    static DeliveryOutcome failed(String why) {
        return new DeliveryOutcome(0, why);
    }
}
