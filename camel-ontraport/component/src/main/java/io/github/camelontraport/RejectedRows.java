package io.github.camelontraport;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.operation.sync.RejectedRow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends rows that a sync refused to the endpoint of the option {@code rejected}, or logs them. Thread-safe. */
final class RejectedRows extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedRows.class);
    /** A file full of bad rows must not fill the log. */
    private static final int MOST_WARNINGS = 100;

    private final EndpointContext endpoint;
    private final UnaryOperator<Throwable> failures;
    private final AtomicInteger warnings = new AtomicInteger();
    private AsyncProducer producer;

    /** @param failures turns a failure into what routes see */
    RejectedRows(EndpointContext endpoint, UnaryOperator<Throwable> failures) {
        this.endpoint = endpoint;
        this.failures = failures;
    }

    /** Completes when the route of the endpoint is done, and fails as it does. */
    CompletionStage<Void> send(RejectedRow row) {
        if (endpoint.getSyncConfiguration().getRejected() == null) {
            log(row);
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            Exchange exchange = exchange(row, failures.apply(row.failure()));
            producer().process(exchange, doneSync -> {
                if (exchange.getException() == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(new IllegalStateException(
                            "Row " + row.number() + " was refused, and the endpoint of option rejected failed with it: "
                                    + exchange.getException().getMessage(),
                            exchange.getException()));
                }
            });
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    private Exchange exchange(RejectedRow row, Throwable failure) {
        Exchange exchange = new DefaultExchange(endpoint.getCamelContext());
        exchange.getMessage().setBody(row.given());
        exchange.getMessage().setHeader(OntraportConstants.ROW, row.number());
        exchange.getMessage().setHeader(OntraportConstants.REASON, reason(row));
        if (failure instanceof OntraportException refused && refused.getHttpResponseCode() != 0) {
            exchange.getMessage().setHeader(OntraportConstants.HTTP_STATUS, refused.getHttpResponseCode());
        }
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        return exchange;
    }

    /** For those who correct the row: what the API or the component says of it. Of an unclear row all that is known. */
    private static String reason(RejectedRow row) {
        if (!row.unclear()
                && row.failure() instanceof ApiException refused
                && refused.status() / 100 == 4
                && refused.text() != null) {
            return "HTTP " + refused.status() + ": " + refused.text();
        }
        String message = row.failure().getMessage();
        return message == null ? row.failure().getClass().getName() : message;
    }

    /** Without the row, which may be personal. */
    private void log(RejectedRow row) {
        if (warnings.get() >= MOST_WARNINGS) {
            LOG.debug("Row {} was refused: {}", row.number(), reason(row));
            return;
        }
        LOG.warn(
                "Row {} {}: {}",
                row.number(),
                row.unclear() ? "may have been written or not" : "was refused",
                reason(row));
        if (warnings.incrementAndGet() == MOST_WARNINGS) {
            LOG.warn(
                    "Further rows that are refused are logged at DEBUG only. Option rejected sends them to an endpoint");
        }
    }

    private synchronized AsyncProducer producer() throws Exception {
        if (producer == null) {
            AsyncProducer created = endpoint.getCamelContext()
                    .getEndpoint(endpoint.getSyncConfiguration().getRejected())
                    .createAsyncProducer();
            ServiceHelper.startService(created);
            producer = created;
        }
        return producer;
    }

    @Override
    protected synchronized void doStop() {
        ServiceHelper.stopAndShutdownService(producer);
        producer = null;
    }
}
