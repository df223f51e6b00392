package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.webhook.Access;
import io.github.camelontraport.webhook.GapRepair;
import io.github.camelontraport.webhook.LogPosition;
import io.github.camelontraport.webhook.RepairReport;
import io.github.camelontraport.webhook.Resolver;
import io.github.camelontraport.webhook.SubscriptionKeeper;
import io.github.camelontraport.webhook.SubscriptionState;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads missed deliveries back, on a thread of its own: once after the start of the route, and on demand. */
final class WebhookRepair {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRepair.class);

    private final OntraportEndpoint endpoint;
    private final LogPosition position;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private ExecutorService thread;
    private GapRepair repair;
    private boolean stopped;
    private volatile boolean done;
    private volatile String outcome;

    WebhookRepair(OntraportEndpoint endpoint, LogPosition position) {
        this.endpoint = endpoint;
        this.position = position;
    }

    synchronized void with(Access access, Resolver resolver, SubscriptionKeeper keeper, WebhookRoute route) {
        repair = new GapRepair(access, resolver, keeper, position,
                delivery -> route.take(delivery).thenApply(WebhookAnswer::isSettled));
    }

    /** The subscription is there; also told later, when it has been looked after again. */
    void begin(SubscriptionState subscription) {
        if (endpoint.isWebhookRepair() && (!done || subscription.isNew())) {
            submit(subscription.isNew());
        }
    }

    /** Nobody looks after the subscription. */
    void begin() {
        if (endpoint.isWebhookRepair()) {
            submit(false);
        }
    }

    void demand() {
        if (endpoint.getIdempotentRepository() == null) {
            throw new InvalidInputException("A repair needs the option idempotentRepository, by which deliveries are recognised "
                    + "that have arrived already");
        }
        submit(false);
    }

    private synchronized void submit(boolean isNew) {
        if (!stopped && waiting.compareAndSet(false, true)) {
            if (thread == null) {
                thread = endpoint.getCamelContext().getExecutorServiceManager().newSingleThreadExecutor(this, "OntraportRepair");
            }
            thread.execute(() -> run(isNew));
        }
    }

    private void run(boolean isNew) {
        waiting.set(false);
        try {
            RepairReport report = repair.run(isNew);
            done = true;
            outcome = report.toString();
            if (report.gap() == null && report.failed() == 0) {
                LOG.info("{}: {}", endpoint, report);
            } else {
                LOG.warn("{}: {}", endpoint, report);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            outcome = "missed deliveries could not be read back: " + e.getMessage();
            LOG.warn("{}: {}", endpoint, outcome);
        }
    }

    /** What came of the last one; {@code null} when there was none. */
    String outcome() {
        return outcome;
    }

    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(thread);
            thread = null;
        }
    }
}
