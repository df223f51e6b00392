package io.github.camelontraport.webhook.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of deliveries that were not taken, each once; the health check goes on telling. For one thread at a time. */
final class FailedDeliveryWarner {

    private static final Logger LOG = LoggerFactory.getLogger(FailedDeliveryWarner.class);

    private final Instant since;
    private LastDelivery told;

    /** @param since by the server's clock; what was delivered before failed because nothing listened */
    FailedDeliveryWarner(Instant since) {
        this.since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    void check(Subscription kept) {
        kept.last()
                .filter(last -> !last.isTaken() && !last.at().isBefore(since) && !last.equals(told))
                .ifPresent(last -> {
                    told = last;
                    LOG.warn("The last delivery of {}, at {}, {}", kept, last.at(), last.reason());
                });
    }
}
