package io.github.camelontraport.webhook.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a warning for each failed delivery, once. The health check shows the last one permanently. Not thread-safe. */
final class FailedDeliveryWarner {

    private static final Logger LOG = LoggerFactory.getLogger(FailedDeliveryWarner.class);

    private final Instant since;
    private LastDelivery warned;

    /** @param since server time; earlier deliveries failed because no route was running */
    FailedDeliveryWarner(Instant since) {
        this.since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    void check(Subscription subscription) {
        subscription
                .last()
                .filter(last -> !last.isSuccess() && !last.at().isBefore(since) && !last.equals(warned))
                .ifPresent(last -> {
                    warned = last;
                    LOG.warn("The last delivery of {}, at {}, {}", subscription, last.at(), last.failureHint());
                });
    }
}
