package io.github.camelontraport;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a failed poll or exchange in one line, with the stack trace at DEBUG: the next poll tries again. */
final class PollExceptionHandler implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportConsumer.class);

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
        LOG.warn(
                "{}{}. Caused by: {}",
                message == null ? "Polling failed" : message,
                record.isEmpty() ? "" : " (" + record + ")",
                exception.toString());
        LOG.debug("The cause in full", exception);
    }
}
