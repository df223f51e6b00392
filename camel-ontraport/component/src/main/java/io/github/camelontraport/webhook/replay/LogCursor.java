package io.github.camelontraport.webhook.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How far the delivery log has been read, and when the last complete replay began. For one thread at a time. */
public final class LogCursor {

    /** Includes removed subscriptions, whose failed deliveries the log still holds. */
    private final Set<Long> webhookIds = new TreeSet<>();

    private long entryId;
    private Instant lastComplete;

    /** The subscriptions whose entries have been read. */
    Set<Long> webhookIds() {
        return Set.copyOf(webhookIds);
    }

    /** Id of the last entry that needs no further replay; 0 at the beginning. */
    long entryId() {
        return entryId;
    }

    /** Start of the last replay that left nothing behind; empty before the first one. */
    Optional<Instant> lastComplete() {
        return Optional.ofNullable(lastComplete);
    }

    void advance(long toEntryId, Set<Long> ofWebhookIds) {
        webhookIds.addAll(ofWebhookIds);
        entryId = toEntryId;
    }

    void markComplete(Instant at) {
        lastComplete = at;
    }
}
