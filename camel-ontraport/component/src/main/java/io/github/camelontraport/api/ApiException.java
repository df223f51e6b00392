package io.github.camelontraport.api;

/**
 * A call that the API refused, or that failed on its way. Holds no credentials: its texts are the API's own words
 * (capped) and ours.
 */
public final class ApiException extends RuntimeException {

    /** The kinds of failure that routes distinguish. */
    public enum Kind {
        /** HTTP 401 or 403. */
        AUTHENTICATION,
        /** HTTP 404: no such record, or no such path. */
        NOT_FOUND,
        /** HTTP 400 or 422. */
        VALIDATION,
        /** No permit of the account's rate limiter became free in time. */
        RATE_LIMITED,
        /** The card was declined. */
        DECLINED,
        /** No connection, no response in time, or one cut short. */
        CONNECTION,
        /** Every other status, or a response that is not what the API promises. */
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

    /** The same failure with a message that begins with the prefix. */
    public ApiException withPrefix(String prefix) {
        return withPrefix(prefix, retryable);
    }

    /** Likewise, for a failure after steps that must not be done twice: trying the whole again cannot help. */
    public ApiException afterPartialSuccess(String prefix) {
        return withPrefix(prefix, false);
    }

    private ApiException withPrefix(String prefix, boolean retryable) {
        return new ApiException(
                prefix + getMessage(),
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

    /** The same failure with what is known of a call that has been sent. */
    public ApiException ofSentCall(int attempts, boolean outcomeUnknown) {
        return new Details(kind, getMessage())
                .status(status)
                .code(code)
                .attempts(attempts)
                .outcomeUnknown(outcomeUnknown)
                .build(this);
    }

    /** Starts an exception with its message. */
    public static Details details(Kind kind, String message) {
        return new Details(kind, message);
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status; 0 when there was no response. */
    public int status() {
        return status;
    }

    /** The {@code code} of the response's envelope; null when there was none. */
    public String code() {
        return code;
    }

    /** The API's own text, capped; null when there was none. */
    public String text() {
        return text;
    }

    /** How many requests were sent for this call, retries included. */
    public int attempts() {
        return attempts;
    }

    /** Whether sending the same call again can help. */
    public boolean retryable() {
        return retryable;
    }

    /**
     * Whether the call may have been executed although it failed, and must not be repeated blindly; false also where it
     * may have been executed but executing it twice does no harm.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** The id of the record that exists although the call failed, such as a declined invoice; null for none. */
    public String objectId() {
        return objectId;
    }

    /** Collects the parts of an exception. Not thread-safe. */
    public static final class Details {

        private final Kind kind;
        private String what;
        private int status;
        private String code;
        private String text;
        private String reason;
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

        /** What the API said. It becomes part of the message. */
        public Details text(String text) {
            this.text = noneIfBlank(text);
            return this;
        }

        /** What the component or the transport says where the API said nothing. It becomes part of the message only. */
        public Details reason(String reason) {
            this.reason = noneIfBlank(reason);
            return this;
        }

        private static String noneIfBlank(String text) {
            return text == null || text.isBlank() ? null : text;
        }

        /** Removes the credentials from texts that came from outside, in case they were echoed, and shortens these. */
        Details redact(Redaction redaction) {
            what = redaction.clean(what);
            code = oneLine(redaction.clean(code));
            return text(oneLine(redaction.clean(text))).reason(oneLine(redaction.clean(reason)));
        }

        private static String oneLine(String text) {
            return text == null ? null : OneLine.of(text);
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
            if (reason != null) {
                message.append(": ").append(reason);
            }
            if (outcomeUnknown) {
                message.append(" (the outcome is unknown: the call may have been executed)");
            }
            return message.toString();
        }
    }
}
