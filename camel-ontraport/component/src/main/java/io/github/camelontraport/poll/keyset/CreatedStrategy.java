package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.DeliveryKey;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.poll.UnixTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** New records: ids grow with creation. */
public final class CreatedStrategy extends IdStrategy {

    private final PollingClient source;
    private final PollSpec watch;
    private final ObjectType type;

    public CreatedStrategy(PollingClient source, PollSpec watch) {
        super(
                watch,
                new InitialPositionResolver(
                        source, watch, watch.type(), watch.type().createdField()));
        this.source = source;
        this.watch = watch;
        this.type = watch.type();
    }

    @Override
    public Scan walk(long after, DeliveredLog memory) {
        List<String> needed = new ArrayList<>(watch.filter().fields());
        needed.add(type.createdField());
        return new IdScan(source, watch.records(source, needed), after, memory::advance);
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
                                    UnixTime.time(row.record(), type.createdField()),
                                    DeliveryKey.of("created", type, row.id()),
                                    OptionalLong.empty()));
                })
                .toList();
    }
}
