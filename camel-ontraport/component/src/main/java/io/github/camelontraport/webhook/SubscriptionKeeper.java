package io.github.camelontraport.webhook;

import io.github.camelontraport.api.Stages;
import io.github.camelontraport.webhook.SubscriptionState.Phase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that there is exactly one subscription of the wanted event to the endpoint's URL, with its token and format,
 * also when the API is away for a while or somebody removes it. Holds no thread. Thread-safe.
 *
 * <p>Nodes that start together may each make one; then each lists again, and all keep the one with the lowest id.
 */
public final class SubscriptionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionKeeper.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** Soon after one was made, as another node's may not have been visible yet. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration LOOK_AFTER = Duration.ofHours(1);

    private final Access access;
    private final Address address;
    private final Resolver resolver;
    private final Subscriptions subscriptions;
    private final Consumer<SubscriptionState> onKept;
    private SubscriptionState state = SubscriptionState.of(Phase.UNATTENDED);
    private CompletableFuture<Void> alarm = new CompletableFuture<>();
    private boolean running;
    /** Tells what was begun before a stop from what was begun after it. */
    private int round;
    private int failures;

    /** @param onKept told each time that the subscription has been found to be there, or made */
    public SubscriptionKeeper(Access access, Address address, Resolver resolver, Consumer<SubscriptionState> onKept) {
        this.access = access;
        this.address = address;
        this.resolver = resolver;
        this.subscriptions = new Subscriptions(access, address);
        this.onKept = onKept;
    }

    /** @param replaced what was removed for it */
    private record Kept(Subscription subscription, boolean made, List<Subscription> replaced) {
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
            state = SubscriptionState.of(Phase.STARTING);
            begun = ++round;
        }
        attempt(begun);
    }

    /** Looks after the subscription no longer, and leaves it as it is. */
    public synchronized void stop() {
        running = false;
        round++;
        alarm.cancel(false);
        state = SubscriptionState.of(Phase.UNATTENDED);
    }

    /** Removes what belongs to the endpoint. Completes when that is done, or has failed. */
    public CompletionStage<Void> remove() {
        return own().thenCompose(subscriptions::remove);
    }

    public synchronized SubscriptionState state() {
        return state;
    }

    /** Ids of the subscription that is there and of those it has replaced, without making one; fails when there is none. */
    CompletionStage<Set<Long>> find() {
        return own().thenApply(own -> {
            Set<Long> ids = new TreeSet<>(state().former());
            own.forEach(one -> ids.add(one.id()));
            if (own.isEmpty()) {
                throw new IllegalStateException("There is no subscription of this endpoint's URL and event");
            }
            return ids;
        });
    }

    private CompletionStage<List<Subscription>> own() {
        return resolver.watched().thenCompose(watched -> subscriptions.list().thenApply(all -> own(watched.text(), all)));
    }

    private static List<Subscription> own(String event, List<Subscription> all) {
        return all.stream().filter(one -> one.event().equals(event)).toList();
    }

    private void attempt(int begun) {
        Stages.guarded(this::keep).whenComplete((kept, failure) -> {
            if (failure == null) {
                kept(begun, kept);
            } else {
                failed(begun, Stages.cause(failure));
            }
        });
    }

    private CompletionStage<Kept> keep() {
        return resolver.watched().thenCompose(watched -> subscriptions.list().thenCompose(all -> {
            tellOthers(watched.text(), all);
            List<Subscription> own = own(watched.text(), all);
            return own.stream().anyMatch(Subscription::current) ? tidied(own, false) : made(watched.text());
        }));
    }

    /** First the new one, then away with those it replaces, so that nothing is missed between. */
    private CompletionStage<Kept> made(String event) {
        return subscriptions.make(event).thenCompose(made -> subscriptions.list().thenCompose(all -> tidied(Stream.concat(
                Stream.of(made), own(event, all).stream().filter(one -> one.id() != made.id())).toList(), true)));
    }

    private CompletionStage<Kept> tidied(List<Subscription> own, boolean made) {
        Subscription kept = own.stream().filter(Subscription::current).min(Comparator.comparingLong(Subscription::id))
                .orElseThrow();
        List<Subscription> others = own.stream().filter(one -> one.id() != kept.id()).toList();
        return subscriptions.remove(others).thenApply(removed -> new Kept(kept, made, others));
    }

    private void tellOthers(String event, List<Subscription> all) {
        if (state().phase() == Phase.STARTING) {
            all.stream().filter(one -> !one.event().equals(event)).forEach(other -> LOG.warn("{} delivers to this URL, too, "
                    + "where only {} is listened for; what it brings is passed over. Remove it if nobody needs it, with "
                    + "ontraport:webhooks?operation=unsubscribeWebhook.", other, event));
        }
    }

    private void kept(int begun, Kept kept) {
        SubscriptionState now;
        synchronized (this) {
            if (begun != round) {
                return;
            }
            if (state.phase() != Phase.KEPT || state.id() != kept.subscription().id()) {
                LOG.info("{} is {}", kept.subscription(), kept.made() ? "made" : "there");
            }
            failures = 0;
            Set<Long> former = new TreeSet<>(state.former());
            kept.replaced().forEach(one -> former.add(one.id()));
            boolean isNew = kept.made() && state.phase() != Phase.KEPT && former.isEmpty();
            now = new SubscriptionState(Phase.KEPT, kept.subscription().id(), Set.copyOf(former), isNew, null);
            state = now;
            again(begun, kept.made() ? LOOK_AGAIN : LOOK_AFTER);
        }
        onKept.accept(now);
    }

    private synchronized void failed(int begun, Throwable failure) {
        if (begun != round) {
            return;
        }
        String problem = address.hideTokenIn(failure.getMessage());
        Duration pause = pause(failures++);
        LOG.warn("The webhook subscription of {} cannot be looked after; the next attempt is in {} seconds: {}", address.url(),
                pause.toSeconds(), problem);
        state = new SubscriptionState(Phase.FAILED, state.id(), state.former(), false, problem);
        again(begun, pause);
    }

    private static Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void again(int begun, Duration pause) {
        alarm = access.timing().after(pause);
        alarm.thenRun(() -> attempt(begun));
    }
}
