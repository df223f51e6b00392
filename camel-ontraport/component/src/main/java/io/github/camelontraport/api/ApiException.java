package io.github.camelontraport.api;

/**
 * A call that the API refused, or that did not get through. Holds no credentials: its texts are the API's own words
 * (capped) and ours.
 */
public final class ApiException extends RuntimeException {

    /** What went wrong, as far as routes want to tell it apart. */
    public enum Kind {
        /** HTTP 401 or 403. */
        AUTHENTICATION,
        /** HTTP 404: no such record, or no such path. */
        NOT_FOUND,
        /** HTTP 400 or 422. */
        VALIDATION,
        /** No request of the account's budget became free in time. */
        RATE_LIMITED,
        /** The card was declined. */
        DECLINED,
        /** No connection, no reply in time, or one cut short. */
        CONNECTION,
        /** Every other status, or a reply that is not what the API promises. */
        OTHER
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;
    private final String code;
    private final String text;
    private final int attempts;
    private final boolean retryable;
    private final boolean outcomeUnknown;
    private final String objectId;

    private ApiException(String message, Details details, Throwable cause) {
        super(message, cause);
        this.kind = details.kind;
        this.status = details.status;
        this.code = details.code;
        this.text = details.text;
        this.attempts = details.attempts;
        this.retryable = details.retryable;
        this.outcomeUnknown = details.outcomeUnknown;
        this.objectId = details.objectId;
    }

    /** The same failure, told with what went before it. */
    public ApiException withPrefix(String whatWentBefore) {
        return withPrefix(whatWentBefore, retryable);
    }

    /** Likewise, with something before it that must not be done twice: doing the whole again cannot help. */
    public ApiException afterPartialSuccess(String whatWentBefore) {
        return withPrefix(whatWentBefore, false);
    }

    private ApiException withPrefix(String whatWentBefore, boolean retryable) {
        return new ApiException(
                whatWentBefore + getMessage(),
                new Details(kind, null)
                        .status(status)
                        .code(code)
                        .text(text)
                        .attempts(attempts)
                        .retryable(retryable)
                        .outcomeUnknown(outcomeUnknown)
                        .objectId(objectId),
                this);
    }

    /** The same failure, of a call that has been sent. */
    public ApiException ofSentCall(int attempts, boolean outcomeUnknown) {
        return new Details(kind, getMessage())
                .status(status)
                .code(code)
                .attempts(attempts)
                .outcomeUnknown(outcomeUnknown)
                .build(this);
    }

    /** Starts an exception with our own words of what happened. */
    public static Details details(Kind kind, String what) {
        return new Details(kind, what);
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status; 0 when there was no reply. */
    public int status() {
        return status;
    }

    /** The {@code code} of the reply's envelope; {@code null} when there was none. */
    public String code() {
        return code;
    }

    /** The API's own text, capped; {@code null} when it said nothing. */
    public String text() {
        return text;
    }

    /** How many requests were sent for this call, repeats included. */
    public int attempts() {
        return attempts;
    }

    /** Whether sending the same call again can help. */
    public boolean retryable() {
        return retryable;
    }

    /**
     * Whether the call may have been executed although it failed, and must not be sent again unseen; false also where it
     * may have been executed but twice is as good as once.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** The id of the record that exists although the call failed, a declined invoice; {@code null} for none. */
    public String objectId() {
        return objectId;
    }

    /** The parts of an exception, collected. Not thread-safe. */
    public static final class Details {

        private final Kind kind;
        private String what;
        private int status;
        private String code;
        private String text;
        private int attempts;
        private boolean retryable;
        private boolean outcomeUnknown;
        private String objectId;

        private Details(Kind kind, String what) {
            this.kind = kind;
            this.what = what;
        }

        public Details status(int status) {
            this.status = status;
            return this;
        }

        public Details code(String code) {
            this.code = code;
            return this;
        }

        public Details text(String text) {
            this.text = text == null || text.isBlank() ? null : text;
            return this;
        }

        /** Takes the credentials out of what came from outside, in case somebody echoed them. */
        Details hide(Credentials credentials) {
            what = credentials.hideIn(what);
            text = credentials.hideIn(text);
            code = credentials.hideIn(code);
            return this;
        }

        public Details attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        public Details objectId(String objectId) {
            this.objectId = objectId;
            return this;
        }

        public Details retryable(boolean retryable) {
            this.retryable = retryable;
            return this;
        }

        public Details outcomeUnknown(boolean outcomeUnknown) {
            this.outcomeUnknown = outcomeUnknown;
            return this;
        }

        public ApiException build() {
            return new ApiException(message(), this, null);
        }

        public ApiException build(Throwable cause) {
            return new ApiException(message(), this, cause);
        }

        private String message() {
            StringBuilder message = new StringBuilder(what);
            if (text != null) {
                message.append(": ").append(text);
            }
            if (outcomeUnknown) {
                message.append(" (the outcome is unknown: the call may have been executed)");
            }
            return message.toString();
        }
    }
}
