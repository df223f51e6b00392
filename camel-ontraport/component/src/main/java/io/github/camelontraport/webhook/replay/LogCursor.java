package io.github.camelontraport.webhook.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the log of deliveries was read, of which subscriptions, and when everything missed until then was delivered. For one
 * thread at a time.
 */
public final class LogCursor {

    /** Also of those that are gone: the log still has what was missed by them. */
    private final Set<Long> webhooks = new TreeSet<>();

    private long entry;
    private Instant complete;

    Set<Long> webhooks() {
        return Set.copyOf(webhooks);
    }

    long entry() {
        return entry;
    }

    Optional<Instant> complete() {
        return Optional.ofNullable(complete);
    }

    void read(long upTo, Set<Long> of) {
        webhooks.addAll(of);
        entry = upTo;
    }

    void complete(Instant at) {
        complete = at;
    }
}
