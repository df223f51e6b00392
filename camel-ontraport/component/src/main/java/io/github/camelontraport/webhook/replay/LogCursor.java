package io.github.camelontraport.webhook.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How far the delivery log has been read, and when the last complete replay began. Thread-safe. */
public final class LogCursor {

    /** Includes removed subscriptions, whose failed deliveries the log still holds. */
    private final Set<Long> webhookIds = new TreeSet<>();

    private long entryId;
    private Instant lastComplete;

    /** The subscriptions whose entries have been read. */
    synchronized Set<Long> webhookIds() {
        return Set.copyOf(webhookIds);
    }

    /** Id of the last entry that needs no further replay; 0 at the beginning. */
    synchronized long entryId() {
        return entryId;
    }

    /** Start of the last replay that left nothing behind; empty before the first one. */
    synchronized Optional<Instant> lastComplete() {
        return Optional.ofNullable(lastComplete);
    }

    synchronized void advance(long toEntryId, Set<Long> ofWebhookIds) {
        webhookIds.addAll(ofWebhookIds);
        entryId = toEntryId;
    }

    synchronized void markComplete(Instant at) {
        lastComplete = at;
    }
}
