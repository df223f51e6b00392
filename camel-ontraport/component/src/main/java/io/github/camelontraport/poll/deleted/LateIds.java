package io.github.camelontraport.poll.deleted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.time.TimeSource;
import io.github.camelontraport.poll.checkpoint.WatermarkTracker;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Which ids must be read once more, because a record can become visible after records with higher ids. Until such a
 * record is known, it makes up for a deleted one in the count of records, and the deletion goes unnoticed.
 */
final class LateIds {

    private static final String SETTLED = "settled";
    private static final String SEEN = "seen";

    private final WatermarkTracker tracker;
    /** Records that become visible at or below this id are older than the settle time. */
    private long settled;

    LateIds(TimeSource timing, Duration settleTime) {
        tracker = new WatermarkTracker(timing, settleTime);
    }

    /** All records up to this id were visible when they were read. */
    void settle(long upTo) {
        settled = Math.max(settled, upTo);
        tracker.forget(settled);
    }

    long settled() {
        return settled;
    }

    /** A record with this id was seen now. */
    void seen(long highest) {
        if (highest > settled) {
            tracker.seen(highest);
        }
    }

    /** The ids above {@link #settled} up to this one can be read for the last time now; empty when there are none. */
    OptionalLong readable() {
        return tracker.settled();
    }

    void write(ObjectNode json) {
        json.put(SETTLED, settled);
        tracker.write(json.putArray(SEEN));
    }

    /** @param highest the highest known id; a state without this part is taken as settled up to there */
    void read(JsonNode json, long highest) {
        settled = json.path(SETTLED).isIntegralNumber() ? json.path(SETTLED).asLong() : highest;
        tracker.read(json.path(SEEN));
    }
}
