package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What differs between the events that are found by a growing position. */
public interface EventStrategy {

    /**
     * First contact: the main number through which nothing is delivered.
     *
     * @param log takes the rows above it that existed at first contact, and are not delivered either
     */
    long initialWatermark(DeliveredLog log);

    /** The main number at or below which nothing is delivered, also when the server's clock is set back. */
    long floor(long initialWatermark);

    /** A log that is empty. */
    DeliveredLog log();

    /** Reads the rows above the position. */
    Scan scan(Position after, DeliveredLog log);

    /** The highest main number that exists now, as far as one request shows. */
    long highest();

    /** The highest main number of a row that proves that time or ids have come so far. */
    long ceiling();

    /** The highest main number that can have settled by the server's clock. */
    long settledCeiling();

    /** How long after a position was seen something new can still appear at or below it. */
    Duration settleTime();

    /** The number of unsettled rows in the log from which on no further ones are delivered. */
    int unsettledLimit();

    /** Whether the main numbers are times of the server's clock. */
    boolean isDatedByServer();

    /**
     * Called before a scan begins. May make requests.
     *
     * @return a main number that is not above the given one: lower when rows of interest lie below the watermark
     */
    long beforeScan(long watermark);

    /**
     * Called before anything is delivered from a state that was restored. Makes one request at most.
     *
     * @param stored     the highest main number in the state
     * @param storedTime when the state was stored, by the server's clock; empty when that is not known
     * @return the highest main number that the account has, up to the stored one
     * @throws io.github.camelontraport.poll.checkpoint.CheckpointException when the account must have begun anew
     */
    long reached(long stored, Optional<Instant> storedTime, Checkpoint checkpoint);

    /**
     * The meaning of the rows, one for one and in order. May make further requests.
     *
     * @param settled nothing at or below this main number can become visible any more
     */
    List<Candidate> candidates(List<ScannedRow> rows, long settled);

    /** Takes what {@link #write} wrote. */
    void read(JsonNode state);

    /** Writes the strategy's own part of the state. */
    void write(ObjectNode state);
}
