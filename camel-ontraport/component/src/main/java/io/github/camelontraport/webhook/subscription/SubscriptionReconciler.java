package io.github.camelontraport.webhook.subscription;

import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the subscriptions of an endpoint to exactly one, by one pass of list, create and remove. Thread-safe. */
final class SubscriptionReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionReconciler.class);

    private final EventResolver resolver;
    private final SubscriptionClient client;

    SubscriptionReconciler(EventResolver resolver, SubscriptionClient client) {
        this.resolver = resolver;
        this.client = client;
    }

    /** The one subscription that is left, and its origin. */
    record Result(Subscription subscription, Origin origin) {}

    /** All subscriptions of the endpoint's event to its URL, whatever their token and format. */
    CompletionStage<List<Subscription>> findOwn() {
        return resolver.resolve().thenCompose(event -> client.list().thenApply(all -> ofEvent(event.apiText(), all)));
    }

    private static List<Subscription> ofEvent(String event, List<Subscription> all) {
        return all.stream().filter(one -> one.event().equals(event)).toList();
    }

    /** Removes all subscriptions of the endpoint. */
    CompletionStage<Void> removeOwn() {
        return findOwn().thenCompose(client::remove);
    }

    /**
     * Creates a subscription when none is current, and removes the surplus ones.
     *
     * @param currentId       id of the subscription of the last pass; 0 for the first pass, the only one that replaces
     *                        subscriptions with another token or format
     * @param beforeRemoval   called with the subscriptions to remove before any of them is removed, so that a failure in
     *                        between does not lose their ids
     */
    CompletionStage<Result> reconcile(long currentId, Consumer<List<Subscription>> beforeRemoval) {
        return resolver.resolve().thenCompose(resolved -> client.list().thenCompose(all -> {
            String event = resolved.apiText();
            List<Subscription> own = ofEvent(event, all);
            if (currentId == 0) {
                warnOfOtherEvents(event, all);
            }
            if (own.stream().anyMatch(Subscription::current)) {
                return removeSurplus(own, Origin.FOUND, currentId, beforeRemoval);
            }
            if (currentId > 0 && !own.isEmpty()) {
                throw new IllegalStateException(
                        own.get(0) + " has another token or format than this route: another node was "
                                + "started with these. Restart this route with the same");
            }
            beforeRemoval.accept(own);
            return create(event, origin(own, currentId), currentId, beforeRemoval);
        }));
    }

    private static Origin origin(List<Subscription> replaced, long currentId) {
        if (!replaced.isEmpty()) {
            return Origin.FOUND;
        }
        return currentId == 0 ? Origin.CREATED : Origin.RECREATED;
    }

    /** Creates the new subscription before it removes the replaced ones, so that no delivery is missed in between. */
    private CompletionStage<Result> create(
            String event, Origin origin, long currentId, Consumer<List<Subscription>> beforeRemoval) {
        return client.create(event).thenCompose(created -> client.list().thenCompose(all -> {
            // The list may not show the new subscription yet.
            List<Subscription> own = Stream.concat(
                            Stream.of(created), ofEvent(event, all).stream().filter(one -> one.id() != created.id()))
                    .toList();
            return removeSurplus(own, origin, currentId, beforeRemoval);
        }));
    }

    /** Every node keeps the lowest id, so that nodes which have each created one agree. */
    private CompletionStage<Result> removeSurplus(
            List<Subscription> own, Origin origin, long currentId, Consumer<List<Subscription>> beforeRemoval) {
        Subscription kept = own.stream()
                .filter(Subscription::current)
                .min(Comparator.comparingLong(Subscription::id))
                .orElseThrow();
        List<Subscription> surplus = own.stream()
                .filter(one -> one.id() != kept.id() && (currentId == 0 || one.current()))
                .toList();
        beforeRemoval.accept(surplus);
        return client.remove(surplus).thenApply(removed -> new Result(kept, origin));
    }

    private static void warnOfOtherEvents(String event, List<Subscription> all) {
        all.stream()
                .filter(one -> !one.event().equals(event))
                .forEach(other -> LOG.warn(
                        "{} delivers to this URL, too, where the route listens for {} only; its deliveries are ignored. "
                                + "If nobody needs it, remove it with ontraport:webhooks?operation=unsubscribeWebhook.",
                        other,
                        event));
    }
}
