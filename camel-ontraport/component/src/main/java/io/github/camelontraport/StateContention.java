package io.github.camelontraport;

import io.github.camelontraport.api.time.TimeSource;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two consumers may work with one state for a while: that of a new leader, and that of the old one, which does not know
 * yet. The one that finds the state moved by the other waits until the state rests. Used by one thread at a time.
 */
final class StateContention {

    private static final Logger LOG = LoggerFactory.getLogger(StateContention.class);
    /** The other consumer may be busy with a record for a while. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final EndpointContext endpoint;
    private boolean waits;
    /** When the state was last found moved. */
    private long movedAt;

    StateContention(EndpointContext endpoint) {
        this.endpoint = endpoint;
    }

    boolean isWaiting() {
        return waits;
    }

    /** @param moved whether another consumer moved the state since the last call */
    boolean mustWait(boolean moved, TimeSource timing) {
        if (moved) {
            onMoved("Another consumer works with it", timing);
        } else if (waits && timing.nanoTime() - movedAt >= REST.toNanos()) {
            waits = false;
        }
        return waits;
    }

    void onMoved(String cause, TimeSource timing) {
        if (!waits) {
            LOG.warn(
                    "{} found its state moved. It waits until the state has not changed for {} s, reads it again and goes"
                            + " on from it. {}",
                    endpoint,
                    REST.toSeconds(),
                    cause);
        }
        waits = true;
        movedAt = timing.nanoTime();
    }
}
