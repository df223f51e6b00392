package io.github.camelontraport.webhook.delivery;

/** A request that is not a valid delivery. The message holds nothing of the request's content. */
public final class RejectedDeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private RejectedDeliveryException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    static RejectedDeliveryException malformed(String message) {
        return new RejectedDeliveryException(400, message, null);
    }

    static RejectedDeliveryException malformed(String message, Throwable cause) {
        return new RejectedDeliveryException(400, message, cause);
    }

    static RejectedDeliveryException tooLarge(int maxBytes) {
        return new RejectedDeliveryException(
                413, "the body has more than " + maxBytes + " bytes (webhookMaxBodySize)", null);
    }

    static RejectedDeliveryException wrongType(String message) {
        return new RejectedDeliveryException(415, message, null);
    }

    /** The request has no token or a wrong one. */
    public static RejectedDeliveryException forbidden() {
        return new RejectedDeliveryException(403, "its token is missing or wrong", null);
    }
}
