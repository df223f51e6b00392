package io.github.camelontraport.poll.keyset;

import java.time.Duration;
import java.util.List;

/** What the events have of their own that are found by a growing position. */
public interface EventStrategy {

    /**
     * First contact: the position behind which everything is to be delivered.
     *
     * @param memory takes what lies behind it and is not
     */
    long baseline(DeliveredLog memory);

    DeliveredLog memory();

    /** What the rows above the position are. */
    Scan walk(long after, DeliveredLog memory);

    /** A position that exists now, the highest as far as one request tells. */
    long highest();

    /** The highest position at which a row may be taken for a sign that time or ids have come so far. */
    long ceiling();

    /** How long after a position was seen nothing new can appear at or below it. */
    Duration settleTime();

    /**
     * What the rows mean, one for one and in order. May read more.
     *
     * @param settled at and below this position nothing can become visible any more
     */
    List<Candidate> findings(List<ScannedRow> rows, long settled);
}
