package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.DeliveryKey;
import io.github.camelontraport.poll.InitialPosition;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.RecordFilter;
import io.github.camelontraport.poll.UnixTime;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.ContentDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    public UpdatedStrategy(PollingClient client, PollSpec spec) {
        this.client = client;
        this.spec = spec;
        this.type = spec.type();
        this.field = type.modifiedField() == null ? UnixTime.MODIFIED : type.modifiedField();
    }

    @Override
    public long initialWatermark(DeliveredLog log) {
        return switch (spec.startFrom().kind()) {
            case BEGINNING -> NEVER;
            case INSTANT -> spec.startFrom().instant().orElseThrow().getEpochSecond() - 1;
            case NOW -> now(log);
        };
    }

    /**
     * The latest second that is not in the future. While a change in it may still become visible, the watermark stands
     * before it, and also before what a small step of the server's clock can lead to. The records in between are logged.
     * Records that are dated in the future are logged too. Changes that are made
     * while all these are read have a later second, and are delivered.
     */
    private long now(DeliveredLog log) {
        long latest = latest(null);
        if (latest > ceiling()) {
            latest = latest(condition(Operator.AT_MOST, ceiling()));
            add(
                    log,
                    spec.unfiltered(client, null),
                    Position.through(ceiling() + settleTime().toSeconds()));
        }
        if (latest <= settledCeiling() && client.serverTime().isPresent()) {
            checkIsLatest(latest);
            return latest;
        }
        long below = Math.min(latest, ceiling() - ServerClockWatch.TOLERANCE.toSeconds()) - 1;
        add(log, spec.unfiltered(client, condition(Operator.AT_MOST, latest)), Position.through(below));
        return below;
    }

    /** Two rows of one second do not show whether the server sorted: a later one must then be a change made just now. */
    private void checkIsLatest(long latest) {
        PageRequest request = spec.bare(client, type, type.idField() + "," + field, null, 0);
        List<ScannedRow> later = new TimeScan(client, request, field, settleTime(), Position.through(latest)).next();
        OptionalLong second = later.stream()
                .mapToLong(row -> row.position().main())
                .filter(at -> at <= ceiling())
                .max();
        if (second.isPresent() && latest(condition(Operator.AT_MOST, ceiling())) < second.getAsLong()) {
            throw unsorted(request.path(), field + " " + latest + " although there is " + second.getAsLong());
        }
    }

    private static RuntimeException unsorted(String path, String found) {
        return RecordParser.unexpected(
                path, found + " where the latest was asked for first; it ignored the sort, so records could be lost");
    }

    private void add(DeliveredLog log, PageRequest request, Position after) {
        Scan scan = new TimeScan(client, request, field, settleTime(), after);
        while (!scan.ended()) {
            scan.next().forEach(log::add);
        }
    }

    private Condition condition(Operator operator, long second) {
        return Condition.of(field, operator, Long.toString(second));
    }

    /** One row would do, but only two show whether the server sorts. */
    private long latest(Condition condition) {
        PageRequest request = spec.bare(client, type, type.idField() + "," + field, condition, 2);
        List<Map<String, Object>> rows = client.await(
                () -> request.read(Map.of("sort", field, "sortDir", "desc", "start", "0", "range", "2"), condition));
        List<Long> seconds = rows.stream()
                .map(row -> UnixTime.of(row, field, request.path()))
                .toList();
        if (seconds.size() == 2 && seconds.get(0) < seconds.get(1)) {
            throw unsorted(request.path(), field + " " + seconds);
        }
        rows.forEach(row -> new RecordFilter(condition, Map.of()).check(row, request.path()));
        return seconds.isEmpty() ? 0 : seconds.get(0);
    }

    /** Without {@code startFrom=now}, nothing earlier is wanted. With it, what is new then is dated by the clock of then. */
    @Override
    public long floor(long initialWatermark) {
        return spec.startFrom().kind() == InitialPosition.Kind.NOW ? NEVER : initialWatermark;
    }

    @Override
    public long highest() {
        return latest(null);
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
    public long reachedWatermark(long watermark, Optional<Instant> storedTime, Checkpoint checkpoint) {
        return watermark;
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
