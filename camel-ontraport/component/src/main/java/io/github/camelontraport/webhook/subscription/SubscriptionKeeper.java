package io.github.camelontraport.webhook.subscription;

import io.github.camelontraport.api.Futures;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that there is exactly one subscription of the wanted event to the endpoint's URL, with its token and format,
 * also when the API is away for a while or somebody removes it. Holds no thread. Thread-safe.
 *
 * <p>Nodes that start together may each make one; then each lists again, and all keep the one with the lowest id. One with
 * another token or format is replaced at the start only: later it is another node's, which was started with it.
 */
public final class SubscriptionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionKeeper.class);
    /** Soon after the start, as it may show that nothing arrives, and after one was made, as another node's was not visible yet. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Duration LOOK_AFTER = Duration.ofHours(1);
    private static final String NO_ALARM = "no alarm can be set, as Camel's timers are full";

    private final WebhookApi access;
    private final CallbackUrl address;
    private final SubscriptionReconciler upkeep;
    private final Consumer<SubscriptionStatus> onKept;
    private SubscriptionStatus state = SubscriptionStatus.of(Phase.UNATTENDED);
    private CompletableFuture<Void> alarm = new CompletableFuture<>();
    private boolean running;
    /** Tells what was begun before a stop from what was begun after it. */
    private int round;

    private int failures;
    /** Nothing will wake it: there was no room for an alarm. */
    private boolean isAsleep;
    /** Since the first look of this start; {@code null} before. */
    private FailedDeliveryWarner deliveries;

    /** @param onKept told each time that the subscription has been found to be there, or made */
    public SubscriptionKeeper(
            WebhookApi access, CallbackUrl address, EventResolver resolver, Consumer<SubscriptionStatus> onKept) {
        this.access = access;
        this.address = address;
        this.upkeep = new SubscriptionReconciler(resolver, new SubscriptionClient(access, address));
        this.onKept = onKept;
    }

    /** Begins in the background; what comes of it is in {@link #state} and in the log. */
    public void start() {
        int begun;
        synchronized (this) {
            if (running) {
                return;
            }
            running = true;
            failures = 0;
            isAsleep = false;
            deliveries = null;
            state = SubscriptionStatus.of(Phase.STARTING);
            begun = ++round;
        }
        attempt(begun);
    }

    /** Looks after the subscription no longer, and leaves it as it is. */
    public synchronized void stop() {
        running = false;
        round++;
        isAsleep = false;
        alarm.cancel(false);
        state = SubscriptionStatus.of(Phase.UNATTENDED);
    }

    /** Removes what belongs to the endpoint. Completes when that is done, or has failed. */
    public CompletionStage<Void> remove() {
        return upkeep.remove();
    }

    public synchronized SubscriptionStatus state() {
        return state;
    }

    /** Goes on when no alarm could be set, which is told by {@link #state}; otherwise there is nothing to do. */
    public synchronized void wake() {
        if (isAsleep) {
            isAsleep = false;
            again(round, SubscriptionBackoff.pause(0));
        }
    }

    /** Ids of the subscription that is there and of those before it, without making one; fails when there is none. */
    public CompletionStage<Set<Long>> find() {
        return upkeep.own().thenApply(own -> {
            Set<Long> ids = new TreeSet<>(state().former());
            own.forEach(one -> ids.add(one.id()));
            if (own.isEmpty()) {
                throw new IllegalStateException("There is no subscription of this endpoint's URL and event");
            }
            return ids;
        });
    }

    private void attempt(int begun) {
        Futures.guarded(() -> upkeep.reconcile(state().id(), this::replacing)).whenComplete((kept, failure) -> {
            if (failure == null) {
                kept(begun, kept);
            } else {
                failed(begun, Futures.cause(failure));
            }
        });
    }

    /** Noted before they are removed: what was missed by them is to be found even when the attempt fails midway. */
    private synchronized void replacing(List<Subscription> those) {
        Set<Long> former = new TreeSet<>(state.former());
        those.forEach(one -> former.add(one.id()));
        state = new SubscriptionStatus(
                state.phase(), state.id(), Set.copyOf(former), state.origin(), state.problem(), state.last());
    }

    private void kept(int begun, SubscriptionReconciler.Kept kept) {
        SubscriptionStatus now;
        synchronized (this) {
            if (begun != round) {
                return;
            }
            publish(kept);
            failures = 0;
            Set<Long> former = new TreeSet<>(state.former());
            if (state.id() > 0 && state.id() != kept.subscription().id()) {
                former.add(state.id());
            }
            now = new SubscriptionStatus(
                    Phase.KEPT,
                    kept.subscription().id(),
                    Set.copyOf(former),
                    kept.origin(),
                    null,
                    kept.subscription().last());
            state = now;
            boolean isFirst = deliveries == null;
            if (isFirst) {
                deliveries = new FailedDeliveryWarner(access.now());
            }
            deliveries.check(kept.subscription());
            again(begun, isFirst || kept.origin() != Origin.FOUND ? LOOK_AGAIN : LOOK_AFTER);
        }
        onKept.accept(now);
    }

    private void publish(SubscriptionReconciler.Kept kept) {
        if (kept.origin() == Origin.REMADE) {
            LOG.warn(
                    "Subscription {} was removed by somebody; {} is made in its place. What happened meanwhile was not delivered.",
                    state.id(),
                    kept.subscription());
        } else if (state.phase() != Phase.KEPT
                || state.id() != kept.subscription().id()) {
            LOG.info(
                    "{} {}",
                    kept.subscription(),
                    state.id() != kept.subscription().id() && !state.former().isEmpty()
                            ? "replaces " + new TreeSet<>(state.former())
                            : kept.origin() == Origin.MADE ? "is made" : "is there");
        }
    }

    private synchronized void failed(int begun, Throwable failure) {
        if (begun != round) {
            return;
        }
        String problem = address.hideTokenIn(failure.getMessage());
        Duration pause = SubscriptionBackoff.pause(failures++);
        LOG.warn(
                "The webhook subscription of {} cannot be looked after; the next attempt is in {} seconds: {}",
                address.url(),
                pause.toSeconds(),
                problem);
        state = state.failed(problem);
        again(begun, pause);
    }

    private void again(int begun, Duration pause) {
        alarm = access.timing().after(pause);
        alarm.whenComplete((rung, failure) -> {
            if (failure == null) {
                attempt(begun);
            } else if (failure instanceof RejectedExecutionException) {
                refused(begun);
            }
        });
    }

    private synchronized void refused(int begun) {
        if (begun != round) {
            return;
        }
        isAsleep = true;
        if (!NO_ALARM.equals(state.problem())) {
            LOG.warn(
                    "The webhook subscription of {} is no longer looked after: {}. It goes on with a health check that finds room, or "
                            + "when the route is restarted",
                    address.url(),
                    NO_ALARM);
        }
        state = state.failed(NO_ALARM);
    }
}
