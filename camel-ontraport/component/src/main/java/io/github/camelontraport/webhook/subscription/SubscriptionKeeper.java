package io.github.camelontraport.webhook.subscription;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps exactly one subscription of the endpoint's event to its URL, with its token and format: reconciles at the start,
 * a minute later and then hourly, and tries again after failures. Uses timers, no thread. Thread-safe.
 *
 * <p>Nodes that start together may each create one; each then lists again, and all keep the one with the lowest id. A
 * subscription with another token or format is replaced at the start only. Later it belongs to a node that was started
 * with other options.
 */
public final class SubscriptionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionKeeper.class);
    /**
     * After the start, when the last delivery may show that the URL is unreachable; and after a creation, when another
     * node's subscription may not have been visible yet.
     */
    private static final Duration FIRST_CHECK_INTERVAL = Duration.ofMinutes(1);

    private static final Duration CHECK_INTERVAL = Duration.ofHours(1);
    private static final String NO_TIMER = "no timer can be set, as Camel's timer queue is full";

    private final WebhookApi api;
    private final CallbackUrl callbackUrl;
    private final SubscriptionReconciler reconciler;
    private Consumer<SubscriptionStatus> onActive = active -> {};
    private SubscriptionStatus status = SubscriptionStatus.of(Phase.INACTIVE);
    private CompletableFuture<Void> timer = new CompletableFuture<>();
    private boolean running;
    /** The check that was begun last. */
    private CompletionStage<?> check = CompletableFuture.completedFuture(null);
    /** Increases with each start and stop, so that results of an earlier run are recognised and dropped. */
    private int run;

    private int failures;
    /** Whether the next check has no timer; {@link #resume} sets it. */
    private boolean withoutTimer;
    /** {@code null} until the first check of this run. */
    private FailedDeliveryWarner warner;

    public SubscriptionKeeper(WebhookApi api, CallbackUrl callbackUrl, EventResolver resolver) {
        this.api = api;
        this.callbackUrl = callbackUrl;
        this.reconciler = new SubscriptionReconciler(resolver, new SubscriptionClient(api, callbackUrl));
    }

    /**
     * Starts in the background. The result is in {@link #status} and in the log. Does nothing when it is running.
     *
     * @param listener called after each check that has found or created the subscription
     */
    public void start(Consumer<SubscriptionStatus> listener) {
        int started;
        synchronized (this) {
            if (running) {
                return;
            }
            running = true;
            onActive = listener;
            failures = 0;
            withoutTimer = false;
            warner = null;
            status = SubscriptionStatus.of(Phase.STARTING);
            started = ++run;
        }
        check(started);
    }

    /** Ends the checks and leaves the subscription as it is. */
    public synchronized void stop() {
        running = false;
        run++;
        withoutTimer = false;
        timer.cancel(false);
        status = SubscriptionStatus.of(Phase.INACTIVE);
    }

    /**
     * Removes the endpoint's subscriptions, also one that a check is creating. The stage completes when that is done, or
     * fails with the API's error.
     */
    public CompletionStage<Void> remove() {
        return lastCheck().thenCompose(ended -> reconciler.removeOwn());
    }

    private synchronized CompletionStage<?> lastCheck() {
        return check;
    }

    public synchronized SubscriptionStatus status() {
        return status;
    }

    /** Schedules the next check if no timer could be set for it; otherwise does nothing. */
    public synchronized void resume() {
        if (withoutTimer) {
            withoutTimer = false;
            schedule(run, WebhookApi.BACKOFF.pauseAfter(1));
        }
    }

    /** Ids of the present subscriptions and of those they have replaced. Creates none; fails when there is none. */
    public CompletionStage<Set<Long>> findIds() {
        return reconciler.findOwn().thenApply(own -> {
            if (own.isEmpty()) {
                throw new IllegalStateException("There is no subscription of this endpoint's URL and event");
            }
            Set<Long> ids = new TreeSet<>(status().formerIds());
            own.forEach(one -> ids.add(one.id()));
            return ids;
        });
    }

    private void check(int ofRun) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        synchronized (this) {
            check = ended;
        }
        Futures.guarded(() -> reconciler.reconcile(status().id(), this::addFormer))
                .whenComplete((result, failure) -> {
                    ended.complete(null);
                    if (failure == null) {
                        succeeded(ofRun, result);
                    } else {
                        failed(ofRun, Futures.cause(failure));
                    }
                });
    }

    /** Called before the removal, so that a replay finds their missed deliveries even when the check fails midway. */
    private synchronized void addFormer(List<Subscription> removed) {
        Set<Long> ids = new TreeSet<>(status.formerIds());
        removed.forEach(one -> ids.add(one.id()));
        status = status.withFormerIds(ids);
    }

    private void succeeded(int ofRun, SubscriptionReconciler.Result result) {
        SubscriptionStatus active;
        Consumer<SubscriptionStatus> listener;
        synchronized (this) {
            if (ofRun != run) {
                return;
            }
            log(result);
            failures = 0;
            active = active(result);
            status = active;
            listener = onActive;
            boolean isFirst = warner == null;
            if (isFirst) {
                warner = new FailedDeliveryWarner(api.now());
            }
            warner.check(result.subscription());
            schedule(ofRun, isFirst || result.origin() != Origin.FOUND ? FIRST_CHECK_INTERVAL : CHECK_INTERVAL);
        }
        listener.accept(active);
    }

    private SubscriptionStatus active(SubscriptionReconciler.Result result) {
        Set<Long> former = new TreeSet<>(status.formerIds());
        if (status.id() > 0 && status.id() != result.subscription().id()) {
            former.add(status.id());
        }
        Optional<LastDelivery> last = result.subscription().last();
        return new SubscriptionStatus(
                Phase.ACTIVE, result.subscription().id(), Set.copyOf(former), result.origin(), null, last);
    }

    private void log(SubscriptionReconciler.Result result) {
        Subscription subscription = result.subscription();
        if (result.origin() == Origin.RECREATED) {
            LOG.warn(
                    "Subscription {} was removed by somebody; {} is created in its place. What happened meanwhile was not delivered.",
                    status.id(),
                    subscription);
        } else if (status.phase() != Phase.ACTIVE || status.id() != subscription.id()) {
            LOG.info("{} {}", subscription, change(result));
        }
    }

    private String change(SubscriptionReconciler.Result result) {
        if (status.id() != result.subscription().id() && !status.formerIds().isEmpty()) {
            return "replaces " + new TreeSet<>(status.formerIds());
        }
        return result.origin() == Origin.CREATED ? "is created" : "is found";
    }

    private synchronized void failed(int ofRun, Throwable failure) {
        if (ofRun != run) {
            return;
        }
        String problem = callbackUrl.redact(failure.getMessage());
        Duration pause = WebhookApi.BACKOFF.pauseAfter(++failures);
        LOG.warn(
                "The webhook subscription of {} cannot be checked; the next attempt is in {} seconds: {}",
                callbackUrl.url(),
                pause.toSeconds(),
                problem);
        status = status.failed(problem);
        schedule(ofRun, pause);
    }

    private void schedule(int ofRun, Duration pause) {
        timer = api.timing().after(pause);
        Futures.onEnd(timer, (elapsed, failure) -> {
            if (failure == null) {
                check(ofRun);
            } else if (failure instanceof RejectedExecutionException) {
                timerRejected(ofRun);
            }
        });
    }

    private synchronized void timerRejected(int ofRun) {
        if (ofRun != run) {
            return;
        }
        withoutTimer = true;
        if (!NO_TIMER.equals(status.problem())) {
            LOG.warn(
                    "The webhook subscription of {} is no longer checked: {}. The checks go on with the next health check that can "
                            + "set a timer, or when the route is restarted",
                    callbackUrl.url(),
                    NO_TIMER);
        }
        status = status.failed(NO_TIMER);
    }
}
