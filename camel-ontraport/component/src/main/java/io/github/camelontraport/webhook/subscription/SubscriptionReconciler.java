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

/** One look at an endpoint's subscriptions, of which one is left over. Thread-safe. */
final class SubscriptionReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionReconciler.class);

    private final EventResolver resolver;
    private final SubscriptionClient subscriptions;

    SubscriptionReconciler(EventResolver resolver, SubscriptionClient subscriptions) {
        this.resolver = resolver;
        this.subscriptions = subscriptions;
    }

    /** The subscription that is left, and how it came to be there. */
    record Kept(Subscription subscription, Origin origin) {}

    /** Those of the wanted event to the endpoint's URL. */
    CompletionStage<List<Subscription>> own() {
        return resolver.watched()
                .thenCompose(watched -> subscriptions.list().thenApply(all -> own(watched.text(), all)));
    }

    private static List<Subscription> own(String event, List<Subscription> all) {
        return all.stream().filter(one -> one.event().equals(event)).toList();
    }

    /** Removes what belongs to the endpoint. */
    CompletionStage<Void> remove() {
        return own().thenCompose(subscriptions::remove);
    }

    /**
     * Makes one when there is none, and removes those that are too many.
     *
     * @param before    id of the one that was kept so far; 0 at the start, when one with another token or format is replaced
     * @param replacing told what is to be removed before it is: what was missed by it is to be found even after a failure midway
     */
    CompletionStage<Kept> reconcile(long before, Consumer<List<Subscription>> replacing) {
        return resolver.watched().thenCompose(watched -> subscriptions.list().thenCompose(all -> {
            String event = watched.text();
            List<Subscription> own = own(event, all);
            if (before == 0) {
                tellOthers(event, all);
            }
            if (own.stream().anyMatch(Subscription::current)) {
                return tidied(own, Origin.FOUND, before, replacing);
            }
            if (before > 0 && !own.isEmpty()) {
                throw new IllegalStateException(
                        own.get(0) + " has another token or format than this route: another node was "
                                + "started with these. Restart this route with the same");
            }
            replacing.accept(own);
            return made(
                    event, own.isEmpty() ? before == 0 ? Origin.MADE : Origin.REMADE : Origin.FOUND, before, replacing);
        }));
    }

    /** First the new one, then away with those it replaces, so that nothing is missed between. */
    private CompletionStage<Kept> made(
            String event, Origin origin, long before, Consumer<List<Subscription>> replacing) {
        return subscriptions.make(event).thenCompose(made -> subscriptions
                .list()
                .thenCompose(all -> tidied(
                        Stream.concat(Stream.of(made), own(event, all).stream().filter(one -> one.id() != made.id()))
                                .toList(),
                        origin,
                        before,
                        replacing)));
    }

    private CompletionStage<Kept> tidied(
            List<Subscription> own, Origin origin, long before, Consumer<List<Subscription>> replacing) {
        Subscription kept = own.stream()
                .filter(Subscription::current)
                .min(Comparator.comparingLong(Subscription::id))
                .orElseThrow();
        List<Subscription> others = own.stream()
                .filter(one -> one.id() != kept.id() && (before == 0 || one.current()))
                .toList();
        replacing.accept(others);
        return subscriptions.remove(others).thenApply(removed -> new Kept(kept, origin));
    }

    private static void tellOthers(String event, List<Subscription> all) {
        all.stream()
                .filter(one -> !one.event().equals(event))
                .forEach(other -> LOG.warn(
                        "{} delivers to this URL, too, "
                                + "where only {} is listened for; what it brings is passed over. Remove it if nobody needs it, with "
                                + "ontraport:webhooks?operation=unsubscribeWebhook.",
                        other,
                        event));
    }
}
