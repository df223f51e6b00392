package io.github.camelontraport.webhook.delivery;

/** What became of a delivery, and the HTTP status that says so. */
public enum DeliveryResult {
    DONE(200),
    /** It has been here before. */
    REPEATED(200),
    /** It tells what nobody listens for here; sending it again would not help. */
    NOT_MEANT(200),
    /** The same is in the route right now. */
    UNDER_WAY(503),
    FAILED(500),
    /** What is needed to deliver it is away. */
    UNAVAILABLE(503);

    private final int status;

    DeliveryResult(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether it need not come again. */
    public boolean isSettled() {
        return status < 300;
    }
}
