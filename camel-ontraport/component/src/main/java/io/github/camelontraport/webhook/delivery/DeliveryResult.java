package io.github.camelontraport.webhook.delivery;

/** The outcome of a delivery, and the HTTP status that reports it. */
public enum DeliveryResult {
    /** The route processed it. */
    PROCESSED(200),
    /** The route processed the same delivery before. */
    DUPLICATE(200),
    /** It is another event than the endpoint listens for; sending it again would not help. */
    IGNORED(200),
    /** The route is processing the same delivery now. */
    IN_PROGRESS(503),
    /** The route failed. */
    FAILED(500),
    /** The API or the repository that is needed to process it cannot be reached. */
    UNAVAILABLE(503);

    private final int status;

    DeliveryResult(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether sending the delivery again is pointless. */
    public boolean isFinal() {
        return status < 300;
    }
}
