package io.github.camelontraport.webhook;

import java.time.Instant;
import java.util.Optional;

/** How far the log of deliveries was read, and when everything missed until then was delivered. For one thread at a time. */
public final class LogPosition {

    private long entry;
    private Instant complete;

    long entry() {
        return entry;
    }

    Optional<Instant> complete() {
        return Optional.ofNullable(complete);
    }

    void read(long upTo) {
        entry = upTo;
    }

    void complete(Instant at) {
        complete = at;
    }
}
