package io.github.camelontraport.webhook;

/** What became of a delivery, and the HTTP status that says so. */
public enum WebhookAnswer {

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

    WebhookAnswer(int status) {
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
