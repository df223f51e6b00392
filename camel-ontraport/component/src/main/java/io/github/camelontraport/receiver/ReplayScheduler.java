package io.github.camelontraport.receiver;

import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.replay.LogCursor;
import io.github.camelontraport.webhook.replay.MissedDeliveryReplayer;
import io.github.camelontraport.webhook.replay.ReplayReport;
import io.github.camelontraport.webhook.subscription.SubscriptionBackoff;
import io.github.camelontraport.webhook.subscription.SubscriptionKeeper;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads missed deliveries back, on a thread of its own: after the start of the route, when the subscription had to be made
 * again, and on demand. The first two are tried again until the API has told what was missed.
 */
public final class ReplayScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayScheduler.class);

    private final OntraportEndpoint endpoint;
    private final String name;
    private final LogCursor position;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private ExecutorService thread;
    private MissedDeliveryReplayer repair;
    private TimeSource timing;
    private CallbackUrl address;
    private CompletableFuture<Void> alarm = new CompletableFuture<>();
    private boolean begun;
    private boolean stopped;
    private int failures;
    /** Of the subscription that a repair is still to be done for. */
    private Origin owed;

    private volatile String outcome;

    /** @param name in logs */
    ReplayScheduler(OntraportEndpoint endpoint, String name, LogCursor position) {
        this.endpoint = endpoint;
        this.name = name;
        this.position = position;
    }

    synchronized void with(
            WebhookApi access,
            CallbackUrl url,
            EventResolver resolver,
            SubscriptionKeeper keeper,
            DeliveryDispatcher route) {
        timing = access.timing();
        address = url;
        repair = new MissedDeliveryReplayer(
                access,
                resolver,
                keeper,
                position,
                new ScopedKeyStore(endpoint.getWebhookConfiguration().getIdempotentRepository(), url.url()),
                route::take);
    }

    /** The subscription is there; also told later, when it has been looked after again. */
    void begin(SubscriptionStatus subscription) {
        begin(subscription.origin());
    }

    /** Nobody looks after the subscription. */
    void begin() {
        begin(Origin.FOUND);
    }

    private synchronized void begin(Origin origin) {
        if (endpoint.getWebhookConfiguration().isWebhookRepair()) {
            if (!begun || origin == Origin.REMADE) {
                owed = origin;
            }
            begun = true;
            if (owed != null) {
                submit();
            }
        }
    }

    void demand() {
        if (endpoint.getWebhookConfiguration().getIdempotentRepository() == null) {
            throw new InvalidInputException(
                    "A repair needs the option idempotentRepository, by which deliveries are recognised "
                            + "that have arrived already");
        }
        submit();
    }

    private synchronized void submit() {
        if (!stopped && waiting.compareAndSet(false, true)) {
            if (thread == null) {
                thread = endpoint.getCamelContext()
                        .getExecutorServiceManager()
                        .newSingleThreadExecutor(this, "OntraportRepair");
            }
            thread.execute(this::run);
        }
    }

    private synchronized Origin owed() {
        return owed;
    }

    private void run() {
        waiting.set(false);
        Origin origin = owed();
        try {
            ended(origin, repair.run(origin == null ? Origin.FOUND : origin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private synchronized void ended(Origin origin, ReplayReport report) {
        failures = 0;
        owed = owed == origin ? null : owed;
        outcome = report.toString();
        LOG.atLevel(report.isBad() ? Level.WARN : Level.INFO).log("{}: {}", name, report);
    }

    private synchronized void failed(RuntimeException failure) {
        outcome = "missed deliveries could not be read back: " + address.hideTokenIn(failure.getMessage());
        if (owed == null || stopped) {
            LOG.warn("{}: {}", name, outcome);
            return;
        }
        Duration pause = SubscriptionBackoff.pause(failures++);
        LOG.warn("{}: {}. The next attempt is in {} seconds", name, outcome, pause.toSeconds());
        alarm.cancel(false);
        alarm = timing.after(pause);
        alarm.thenRun(this::submit);
    }

    /** Whether what was missed before is still to be read. */
    boolean isOwed() {
        return owed() != null;
    }

    /** What came of the last one; {@code null} when there was none. */
    String outcome() {
        return outcome;
    }

    synchronized void stop() {
        stopped = true;
        alarm.cancel(false);
        if (thread != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(thread);
            thread = null;
        }
    }
}
