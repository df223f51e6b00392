package io.github.camelontraport.poll.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.DeliveryKey;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.RecordFilter;
import io.github.camelontraport.poll.UnixTime;
import io.github.camelontraport.poll.checkpoint.ContentDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** New and changed records, by the second of their last change as the server's clock has it. */
public final class UpdatedStrategy implements EventStrategy {

    /** Before every second, also before 0, which stands for unset. */
    private static final long NEVER = -1;

    private final PollingClient source;
    private final PollSpec watch;
    private final ObjectType type;
    private final String field;

    public UpdatedStrategy(PollingClient source, PollSpec watch) {
        this.source = source;
        this.watch = watch;
        this.type = watch.type();
        this.field = type.modifiedField() == null ? UnixTime.MODIFIED : type.modifiedField();
    }

    @Override
    public long baseline(DeliveredLog memory) {
        return switch (watch.startFrom().kind()) {
            case BEGINNING -> NEVER;
            case INSTANT -> watch.startFrom().instant().orElseThrow().getEpochSecond() - 1;
            case NOW -> now(memory);
        };
    }

    /** The latest second that is not in the future, with everything that was changed in it or is dated later. */
    private long now(DeliveredLog memory) {
        long latest = latest(null);
        if (latest > ceiling()) {
            latest = latest(Condition.of(field, Operator.AT_MOST, Long.toString(ceiling())));
        }
        Scan walk = new TimeScan(source, watch.unfiltered(source, needed()), field, settleTime(), latest - 1);
        while (!walk.ended()) {
            walk.next().forEach(memory::add);
        }
        return latest - 1;
    }

    /** One row would do, but only two show whether the server sorts. */
    private long latest(Condition condition) {
        PageRequest request = watch.bare(source, type, type.idField() + "," + field, condition, 2);
        List<JsonNode> rows = source.await(
                request.read(Map.of("sort", field, "sortDir", "desc", "start", "0", "range", "2"), condition));
        List<Long> seconds = rows.stream()
                .map(row -> UnixTime.of(row, field, request.path()))
                .toList();
        if (seconds.size() == 2 && seconds.get(0) < seconds.get(1)) {
            throw RecordParser.unexpected(
                    request.path(),
                    field + " " + seconds + " where the latest was asked for first; it ignored the "
                            + "sort, so records could be lost");
        }
        rows.forEach(row -> new RecordFilter(condition, Map.of()).check(row, request.path()));
        return seconds.isEmpty() ? 0 : seconds.get(0);
    }

    @Override
    public long highest() {
        return latest(null);
    }

    /** The server's time: a record dated later, by mistake, must not hide what is changed until then. */
    @Override
    public long ceiling() {
        return source.serverTime().orElseGet(source.timing()::now).getEpochSecond();
    }

    /** A second longer than for ids, as a second that was seen is not over. */
    @Override
    public Duration settleTime() {
        return watch.settleTime().plusSeconds(1);
    }

    @Override
    public DeliveredLog memory() {
        return new DeliveredVersions(() -> source.serverTime()
                .map(time -> time.plus(settleTime()).getEpochSecond())
                .orElse(Long.MAX_VALUE));
    }

    @Override
    public Scan walk(long after, DeliveredLog memory) {
        return new TimeScan(source, watch.records(source, needed()), field, settleTime(), after);
    }

    private List<String> needed() {
        List<String> needed = new ArrayList<>(watch.filter().fields());
        needed.add(field);
        return needed;
    }

    @Override
    public List<Candidate> findings(List<ScannedRow> rows, long settled) {
        return rows.stream()
                .map(row -> {
                    watch.filter().check(row.record(), type.plural());
                    return Candidate.of(
                            row,
                            new RecordEvent(
                                    row.id(),
                                    watch.columns().body(row.record(), type),
                                    UnixTime.time(row.record(), field),
                                    DeliveryKey.of(
                                            "updated", type, row.id(), row.position(), ContentDigest.of(row.record())),
                                    OptionalLong.empty()));
                })
                .toList();
    }
}
