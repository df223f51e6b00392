package io.github.camelontraport;

import io.github.camelontraport.api.ApiException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * An operation that failed. Its subtypes are the kinds of failure that routes catch. Neither message nor fields hold a
 * credential; the API's text is capped.
 */
public class OntraportException extends RuntimeException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String objectType;
    private final String apiCode;
    private final String apiText;
    private final int attempts;
    private final boolean retryable;
    private final boolean outcomeUnknown;
    private int httpResponseCode;
    private String httpResponseStatus;

    /**
     * What an exception is made of.
     *
     * @param api {@code null} when it was refused before anything was sent
     */
    record Failure(String operation, String objectType, RuntimeException cause, ApiException api) {

        String message() {
            if (operation == null) {
                return cause.getMessage();
            }
            String what = objectType == null ? operation : operation + " of " + objectType;
            return what + " failed: " + cause.getMessage();
        }
    }

    OntraportException(Failure failure) {
        this(failure, failure.message());
    }

    OntraportException(Failure failure, String message) {
        super(message, failure.cause());
        ApiException api = failure.api();
        this.operation = failure.operation();
        this.objectType = failure.objectType();
        this.apiCode = api == null ? null : api.code();
        this.apiText = api == null ? null : api.text();
        this.attempts = api == null ? 0 : api.attempts();
        this.retryable = api != null && api.retryable();
        this.outcomeUnknown = api != null && api.outcomeUnknown();
        this.httpResponseCode = api == null ? 0 : api.status();
    }

    /** The operation, as in the option; {@code null} when none was given. */
    public String getOperation() {
        return operation;
    }

    /** The object type, such as contacts; {@code null} for raw calls. */
    public String getObjectType() {
        return objectType;
    }

    /** The {@code code} of the API's reply; {@code null} when it had none. */
    public String getApiCode() {
        return apiCode;
    }

    /** What the API said, capped; {@code null} when it said nothing. */
    public String getApiText() {
        return apiText;
    }

    /** How many requests were sent for the call that failed, repeats included. */
    public int getAttempts() {
        return attempts;
    }

    /**
     * Whether doing the same again can help: nothing was done, or what may have been done can be done twice without harm.
     */
    public boolean isRetryable() {
        return retryable;
    }

    /**
     * Whether the operation may have been done although it failed, so that the account must be checked before it is repeated.
     * False also
     * where doing it again is harmless, as with an update or an upsert by e-mail address, though it may have been done.
     */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    /** The HTTP status; 0 when there was no reply. */
    @Override
    public int getHttpResponseCode() {
        return httpResponseCode;
    }

    @Override
    public void setHttpResponseCode(int httpResponseCode) {
        this.httpResponseCode = httpResponseCode;
    }

    @Override
    public String getHttpResponseStatus() {
        return httpResponseStatus;
    }

    @Override
    public void setHttpResponseStatus(String httpResponseStatus) {
        this.httpResponseStatus = httpResponseStatus;
    }
}
