package io.github.camelontraport.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of deliveries that were not taken, each once; the health check goes on telling. For one thread at a time. */
final class DeliveryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWatch.class);

    private final Instant since;
    private LastDelivery told;

    /** @param since by the server's clock; what was delivered before failed because nothing listened */
    DeliveryWatch(Instant since) {
        this.since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    void look(Subscription kept) {
        kept.last().filter(last -> !last.isTaken() && !last.at().isBefore(since) && !last.equals(told)).ifPresent(last -> {
            told = last;
            LOG.warn("The last delivery of {}, at {}, {}", kept, last.at(), last.reason());
        });
    }
}
