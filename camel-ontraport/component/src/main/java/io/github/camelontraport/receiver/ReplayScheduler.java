package io.github.camelontraport.receiver;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.replay.MissedDeliveryReplayer;
import io.github.camelontraport.webhook.replay.ReplayReport;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Runs replays of missed deliveries on a background thread: after the start of the route, after the subscription had to be
 * created again, and on demand. The first two are retried until one succeeds. Thread-safe.
 */
final class ReplayScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayScheduler.class);

    private final CamelContext context;
    private final String name;
    private final ReceiverSettings settings;
    private final MissedDeliveryReplayer replayer;
    private final AtomicBoolean queued = new AtomicBoolean();
    private ExecutorService executor;
    private CompletableFuture<Void> retry = new CompletableFuture<>();
    private boolean started;
    private boolean stopped;
    private int failures;
    /** Origin of the subscription whose replay is due; {@code null} when none is due. */
    private Origin due;

    private volatile String outcome;

    /** @param name names the receiver in logs */
    ReplayScheduler(CamelContext context, String name, ReceiverSettings settings, MissedDeliveryReplayer replayer) {
        this.context = context;
        this.name = name;
        this.settings = settings;
        this.replayer = replayer;
    }

    /** Called after each check that has found or created the subscription. */
    void subscriptionActive(SubscriptionStatus status) {
        start(status.origin());
    }

    /** Called instead, once, when the subscription is not managed by this route. */
    void subscriptionUnmanaged() {
        start(Origin.FOUND);
    }

    private synchronized void start(Origin origin) {
        if (!settings.replayMissed()) {
            return;
        }
        if (!started || origin == Origin.RECREATED) {
            due = origin;
        }
        started = true;
        if (due != null) {
            submit();
        }
    }

    /** Runs a replay soon. A failure is reported and not retried. */
    void replayOnDemand() {
        if (settings.repository() == null) {
            throw new InvalidInputException("A repair needs the option idempotentRepository, by which deliveries are "
                    + "recognised that have arrived already");
        }
        submit();
    }

    private synchronized void submit() {
        if (!stopped && queued.compareAndSet(false, true)) {
            if (executor == null) {
                executor = context.getExecutorServiceManager().newSingleThreadExecutor(this, "OntraportReplay");
            }
            executor.execute(this::run);
        }
    }

    private void run() {
        queued.set(false);
        Origin origin = due();
        try {
            succeeded(origin, replayer.run(origin == null ? Origin.FOUND : origin));
        } catch (InterruptedException e) {
            LOG.debug("{}: {}", name, e.getMessage());
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private synchronized Origin due() {
        return due;
    }

    private synchronized void succeeded(Origin origin, ReplayReport report) {
        failures = 0;
        due = due == origin ? null : due;
        outcome = report.toString();
        LOG.atLevel(report.needsAttention() ? Level.WARN : Level.INFO).log("{}: {}", name, report);
    }

    private synchronized void failed(RuntimeException failure) {
        outcome = "missed deliveries could not be read back: "
                + settings.callbackUrl().redact(failure.getMessage());
        if (due == null || stopped) {
            LOG.warn("{}: {}", name, outcome);
            return;
        }
        Duration pause = WebhookApi.BACKOFF.pauseAfter(++failures);
        LOG.warn("{}: {}. The next attempt is in {} seconds", name, outcome, pause.toSeconds());
        retry.cancel(false);
        retry = settings.api().timing().after(pause);
        Futures.onEnd(retry, (elapsed, cancelled) -> {
            if (cancelled == null) {
                submit();
            }
        });
    }

    /** Whether a replay has not succeeded yet. */
    boolean isDue() {
        return due() != null;
    }

    /** The result of the last replay; {@code null} before the first. Holds no secret. */
    String outcome() {
        return outcome;
    }

    synchronized void stop() {
        stopped = true;
        replayer.stop();
        retry.cancel(false);
        if (executor != null) {
            // Not interrupted: the graceful stop of the route waits for the delivery that it is processing.
            context.getExecutorServiceManager().shutdown(executor);
            executor = null;
        }
    }
}
