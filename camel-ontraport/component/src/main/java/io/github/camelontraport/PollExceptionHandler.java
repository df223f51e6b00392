package io.github.camelontraport;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;

/** Logs a failed poll or exchange in one line, with the stack trace at DEBUG: the next poll tries again. */
final class PollExceptionHandler implements ExceptionHandler {

    private final Logger log;

    PollExceptionHandler(Logger log) {
        this.log = log;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        String record = exchange == null
                ? ""
                : exchange.getMessage().getHeader(OntraportConstants.DELIVERY_KEY, "", String.class);
        log.warn(
                "{}{}. Caused by: {}",
                message == null ? "Polling failed" : message,
                record.isEmpty() ? "" : " (" + record + ")",
                exception.toString());
        log.debug("The cause in full", exception);
    }
}
