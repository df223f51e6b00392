package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.DeliveryKey;
import io.github.camelontraport.poll.InitialPosition;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.UnixTime;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.ContentDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * New and changed records, by the second of their last change as the server's clock has it. Whole records are read, even
 * if fewer fields are delivered, because two changes in one second differ only in their content.
 */
public final class UpdatedStrategy implements EventStrategy {

    /** Before every second, also before 0, which stands for unset. */
    private static final long NEVER = -1;

    private static final int UNSETTLED_LIMIT = 2000;

    private final PollingClient client;
    private final PollSpec spec;
    private final ObjectType type;
    private final String field;
    private final InitialTimeResolver initial;

    public UpdatedStrategy(PollingClient client, PollSpec spec) {
        this.client = client;
        this.spec = spec;
        this.type = spec.type();
        this.field = type.modifiedField() == null ? UnixTime.MODIFIED : type.modifiedField();
        this.initial = new InitialTimeResolver(client, spec, field, this);
    }

    @Override
    public long initialWatermark(DeliveredLog log) {
        return switch (spec.startFrom().kind()) {
            case BEGINNING -> NEVER;
            case INSTANT -> spec.startFrom().instant().orElseThrow().getEpochSecond() - 1;
            case NOW -> initial.now(log);
        };
    }

    /** Without {@code startFrom=now}, nothing earlier is wanted. With it, what is new then is dated by the clock of then. */
    @Override
    public long floor(long initialWatermark) {
        return spec.startFrom().kind() == InitialPosition.Kind.NOW ? NEVER : initialWatermark;
    }

    @Override
    public long highest() {
        return initial.latest(null);
    }

    /** The server's time: a record that is dated later, by mistake, must not hide what is changed until then. */
    @Override
    public long ceiling() {
        return client.serverTime().orElseGet(client.timing()::now).getEpochSecond();
    }

    @Override
    public long settledCeiling() {
        return client.serverTime()
                .map(time -> time.minus(settleTime()).getEpochSecond())
                .orElse(Long.MAX_VALUE);
    }

    /**
     * A second longer than for ids, because a second that was seen is not over; and not shorter than a step of the server's
     * clock that cannot be seen.
     */
    @Override
    public Duration settleTime() {
        Duration shortest = ServerClockWatch.TOLERANCE;
        return (spec.settleTime().compareTo(shortest) < 0 ? shortest : spec.settleTime()).plusSeconds(1);
    }

    @Override
    public int unsettledLimit() {
        return UNSETTLED_LIMIT;
    }

    @Override
    public boolean isDatedByServer() {
        return true;
    }

    @Override
    public long beforeScan(long watermark) {
        return watermark;
    }

    /** What the server's clock says is enough. */
    @Override
    public long reached(long stored, Optional<Instant> storedTime, Checkpoint checkpoint) {
        return stored;
    }

    @Override
    public DeliveredLog log() {
        return new DeliveredVersions(() -> client.serverTime()
                .map(time -> time.plus(settleTime()).getEpochSecond())
                .orElse(Long.MAX_VALUE));
    }

    @Override
    public Scan scan(Position after, DeliveredLog log) {
        return new TimeScan(client, spec.wholeRecords(client), field, settleTime(), after);
    }

    @Override
    public List<Candidate> candidates(List<ScannedRow> rows, long settled) {
        return rows.stream().map(this::candidate).toList();
    }

    private Candidate candidate(ScannedRow row) {
        spec.filter().check(row.record(), type.plural());
        return Candidate.of(
                row,
                new RecordEvent(
                        row.id(),
                        spec.projection().body(row.record(), type),
                        UnixTime.time(row.record(), field),
                        DeliveryKey.of(
                                "updated", type, row.id(), row.position().main(), ContentDigest.of(row.record())),
                        OptionalLong.empty()));
    }

    @Override
    public void read(JsonNode state) {
        // The watermark is all there is.
    }

    @Override
    public void write(ObjectNode state) {
        // The watermark is all there is.
    }
}
