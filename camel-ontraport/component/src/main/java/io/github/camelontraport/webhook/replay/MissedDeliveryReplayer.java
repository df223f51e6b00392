package io.github.camelontraport.webhook.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.Futures;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.DeliveryResult;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.event.ResolvedEvent;
import io.github.camelontraport.webhook.subscription.SubscriptionKeeper;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Reads missed deliveries back from the account's log, as far as it reaches, and delivers them. For one thread at a time,
 * which it blocks while it waits for the API and the route.
 */
public final class MissedDeliveryReplayer {

    /** Deliveries that failed are kept so long; those that were answered only two days, so that one of these proves nothing. */
    static final Duration FAILURES_KEPT = Duration.ofDays(7);

    private static final String LOST = "there was no subscription for a time, as it had been removed";

    private final WebhookApi access;
    private final EventResolver resolver;
    private final SubscriptionKeeper keeper;
    private final Function<Delivery, CompletionStage<DeliveryResult>> route;
    private final DeliveryLog log;
    private final LogCursor position;
    private final ReplayJournal days;

    /**
     * @param memory also of other processes; when the last repair was stands there
     * @param route  delivers
     */
    public MissedDeliveryReplayer(
            WebhookApi access,
            EventResolver resolver,
            SubscriptionKeeper keeper,
            LogCursor position,
            KeyStore memory,
            Function<Delivery, CompletionStage<DeliveryResult>> route) {
        this.access = access;
        this.resolver = resolver;
        this.keeper = keeper;
        this.position = position;
        this.days = new ReplayJournal(memory);
        this.route = route;
        this.log = new DeliveryLog(access);
    }

    /**
     * Goes on behind what the one before has read.
     *
     * @param origin how the subscription came to be there: when it was made just now, nothing can have been missed before
     * @throws InterruptedException when it is to stop
     */
    public ReplayReport run(Origin origin) throws InterruptedException {
        ResolvedEvent watched = await(resolver.watched());
        Set<Long> webhooks = new TreeSet<>(position.webhooks());
        boolean isLost = origin == Origin.REMADE || origin == Origin.MADE && !webhooks.isEmpty();
        webhooks.addAll(await(keeper.find()));
        Instant began = access.now();
        Findings found = read(watched, webhooks);
        Optional<Instant> before =
                position.complete().isPresent() ? position.complete() : days.last(watched, began, FAILURES_KEPT);
        String gap = isLost ? LOST : gap(found, origin, before, began);
        int fresh = 0;
        int failed = 0;
        long settled = found.last;
        for (Missed missed : found.missed.values()) {
            DeliveryResult answer = await(route.apply(missed.delivery()));
            if (answer == DeliveryResult.DONE) {
                fresh++;
            } else if (!answer.isSettled()) {
                failed++;
                settled = Math.min(settled, missed.entry() - 1);
            }
        }
        position.read(settled, webhooks);
        if (failed == 0) {
            position.complete(began);
            days.add(watched, began);
        }
        return new ReplayReport(found.missed.size(), fresh, failed, gap, origin != Origin.MADE && before.isEmpty());
    }

    private Findings read(ResolvedEvent watched, Set<Long> webhooks) throws InterruptedException {
        Map<LogField, String> told = await(log.fields());
        // Of one that was not known before, nothing has been read yet.
        Findings found = new Findings(position.webhooks().containsAll(webhooks) ? position.entry() : 0);
        List<JsonNode> rows = await(log.after(found.last, webhooks, told));
        while (!rows.isEmpty()) {
            for (JsonNode row : rows) {
                found.add(row, told.isEmpty() ? LogField.among(names(row)) : told, webhooks, watched);
            }
            rows = await(log.after(found.last, webhooks, told));
        }
        return found;
    }

    private static List<String> names(JsonNode row) {
        return row.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Why not everything missed may have been in the log any more; {@code null} when nothing says so. */
    private String gap(Findings found, Origin origin, Optional<Instant> before, Instant now)
            throws InterruptedException {
        if (found.unreadable > 0) {
            return "the log does not hold what " + found.unreadable + " of them delivered";
        }
        if (origin == Origin.MADE) {
            return null;
        }
        if (await(log.count()) >= DeliveryLog.CAPACITY) {
            return "the log is full, so that older entries made way for newer ones";
        }
        return before.isEmpty() || Duration.between(before.get(), now).compareTo(FAILURES_KEPT) < 0
                ? null
                : "the log keeps them for " + FAILURES_KEPT.toDays() + " days, and the last repair is longer ago";
    }

    /** Waits on this thread, which is the repair's own. */
    private static <T> T await(CompletionStage<T> reply) throws InterruptedException {
        try {
            return reply.toCompletableFuture().get();
        } catch (ExecutionException e) {
            Throwable cause = Futures.cause(e.getCause());
            throw cause instanceof RuntimeException failure ? failure : new CompletionException(cause);
        }
    }

    private record Missed(Delivery delivery, long entry) {}

    /** What the log holds of the subscription. */
    private static final class Findings {

        /** By key, as a delivery that is repeated has an entry for each attempt. */
        private final Map<String, Missed> missed = new LinkedHashMap<>();

        private long last;
        private int unreadable;

        Findings(long position) {
            this.last = position;
        }

        void add(JsonNode row, Map<LogField, String> names, Set<Long> webhooks, ResolvedEvent watched) {
            last = DeliveryLog.id(row);
            String owner = names.get(LogField.WEBHOOK);
            if (owner != null
                    && webhooks.stream()
                            .map(String::valueOf)
                            .noneMatch(row.path(owner).asText()::equals)) {
                return;
            }
            LogEntry entry = LogEntry.of(last, row, names);
            if (entry.delivery().isEmpty()) {
                unreadable += entry.isMissed() ? 1 : 0;
            } else {
                add(entry, entry.delivery().get(), webhooks, watched);
            }
        }

        private void add(LogEntry entry, Delivery delivery, Set<Long> webhooks, ResolvedEvent watched) {
            if (!watched.isToldBy(delivery) || delivery.webhookId().stream().anyMatch(id -> !webhooks.contains(id))) {
                return;
            }
            // Also what was answered when it came again: whether it is done, only the repository knows.
            if (entry.isMissed()) {
                missed.putIfAbsent(watched.deliveryKey(delivery), new Missed(delivery, entry.id()));
            }
        }
    }
}
