package io.github.camelontraport.webhook.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.webhook.WebhookApi;
import io.github.camelontraport.webhook.delivery.Delivery;
import io.github.camelontraport.webhook.delivery.DeliveryResult;
import io.github.camelontraport.webhook.event.EventResolver;
import io.github.camelontraport.webhook.event.ResolvedEvent;
import io.github.camelontraport.webhook.replay.MissedDeliveries.Missed;
import io.github.camelontraport.webhook.subscription.SubscriptionKeeper;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import java.time.Duration;
import java.time.Instant;
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
 * Replays missed deliveries from the account's delivery log, as far back as it reaches. For one thread at a time; it blocks
 * that thread while it waits for the API and the route.
 */
public final class MissedDeliveryReplayer {

    private static final String NO_SUBSCRIPTION = "there was no subscription for a time, as it had been removed";

    private final WebhookApi api;
    private final EventResolver resolver;
    private final SubscriptionKeeper keeper;
    private final Function<Delivery, CompletionStage<DeliveryResult>> dispatcher;
    private final WebhookLogReader log;
    private final LogCursor cursor;
    private final ReplayJournal journal;
    private volatile boolean stopped;

    /**
     * A replayer of one endpoint.
     *
     * @param keeper     knows the endpoint's subscriptions
     * @param keys       records when replays were complete; shared with other processes
     * @param dispatcher sends a delivery into the route
     */
    public MissedDeliveryReplayer(
            WebhookApi api,
            EventResolver resolver,
            SubscriptionKeeper keeper,
            LogCursor cursor,
            DeliveryKeyStore keys,
            Function<Delivery, CompletionStage<DeliveryResult>> dispatcher) {
        this.api = api;
        this.resolver = resolver;
        this.keeper = keeper;
        this.cursor = cursor;
        this.journal = new ReplayJournal(keys);
        this.dispatcher = dispatcher;
        this.log = new WebhookLogReader(api);
    }

    /**
     * Reads the log from where the last replay ended, and dispatches what was missed.
     *
     * @param origin where the subscription comes from; before one that has just been created nothing was missed
     * @throws InterruptedException when the thread is interrupted while it waits, or after {@link #stop}
     */
    public ReplayReport run(Origin origin) throws InterruptedException {
        ResolvedEvent event = await(resolver.resolve());
        Set<Long> known = cursor.webhookIds();
        Set<Long> webhookIds = new TreeSet<>(known);
        webhookIds.addAll(await(keeper.findIds()));
        boolean wasRemoved = origin == Origin.RECREATED || (origin == Origin.CREATED && !known.isEmpty());
        Instant began = api.now();
        MissedDeliveries missed = read(event, webhookIds);
        Optional<Instant> lastComplete =
                cursor.lastComplete().or(() -> journal.lastComplete(event, began, WebhookLogReader.FAILURE_RETENTION));
        String gap = wasRemoved ? NO_SUBSCRIPTION : gap(missed, origin, lastComplete, began);
        Replayed replayed = dispatch(missed);
        checkRunning();
        cursor.advance(replayed.upToEntryId(), webhookIds);
        if (replayed.failed() == 0) {
            cursor.markComplete(began);
            journal.record(event, began);
        }
        boolean isFirst = origin != Origin.CREATED && lastComplete.isEmpty();
        return new ReplayReport(missed.all().size(), replayed.processed(), replayed.failed(), gap, isFirst);
    }

    /** Ends a replay that runs before its next page or delivery. A delivery that the route is processing is completed. */
    public void stop() {
        stopped = true;
    }

    private void checkRunning() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("The replay is stopped");
        }
    }

    private MissedDeliveries read(ResolvedEvent event, Set<Long> webhookIds) throws InterruptedException {
        Map<LogField, String> fields = await(log.fields());
        // Entries of a subscription that was not known before have not been read, so the log is read from its
        // beginning.
        long from = cursor.webhookIds().containsAll(webhookIds) ? cursor.entryId() : 0;
        MissedDeliveries missed = new MissedDeliveries(event, webhookIds, from);
        List<JsonNode> rows = await(log.after(from, webhookIds, fields));
        while (!rows.isEmpty()) {
            for (JsonNode row : rows) {
                missed.add(row, fields.isEmpty() ? LogField.match(names(row)) : fields);
            }
            checkRunning();
            rows = await(log.after(missed.lastEntryId(), webhookIds, fields));
        }
        return missed;
    }

    private static List<String> names(JsonNode row) {
        return row.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** @param upToEntryId id of the last entry before the first delivery that failed, else of the last entry */
    private record Replayed(int processed, int failed, long upToEntryId) {}

    private Replayed dispatch(MissedDeliveries missed) throws InterruptedException {
        int processed = 0;
        int failed = 0;
        long upTo = missed.lastEntryId();
        for (Missed one : missed.all()) {
            checkRunning();
            DeliveryResult result = await(dispatcher.apply(one.delivery()));
            if (result == DeliveryResult.PROCESSED) {
                processed++;
            } else if (!result.isFinal()) {
                failed++;
                upTo = Math.min(upTo, one.entryId() - 1);
            }
        }
        return new Replayed(processed, failed, upTo);
    }

    /** Why the log may not hold every missed delivery any more; {@code null} when there is no sign of that. */
    private String gap(MissedDeliveries missed, Origin origin, Optional<Instant> lastComplete, Instant now)
            throws InterruptedException {
        if (missed.unreadable() > 0) {
            return "the log does not hold what " + missed.unreadable() + " of them delivered";
        }
        if (origin == Origin.CREATED) {
            return null;
        }
        if (await(log.count()) >= WebhookLogReader.CAPACITY) {
            return "the log is full, so that older entries made way for newer ones";
        }
        Duration retention = WebhookLogReader.FAILURE_RETENTION;
        return lastComplete.isEmpty()
                        || Duration.between(lastComplete.get(), now).compareTo(retention) < 0
                ? null
                : "the log keeps them for " + retention.toDays() + " days, and the last repair is longer ago";
    }

    private static <T> T await(CompletionStage<T> stage) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            Throwable cause = Futures.cause(e.getCause());
            throw cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
        }
    }
}
