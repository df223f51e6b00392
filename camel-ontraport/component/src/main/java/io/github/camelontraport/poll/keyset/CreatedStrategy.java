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

    private final PollingClient client;
    private final PollSpec spec;
    private final ObjectType type;

    public CreatedStrategy(PollingClient client, PollSpec spec) {
        super(
                client,
                spec,
                new InitialIdResolver(client, spec, spec.type(), spec.type().createdField()));
        this.client = client;
        this.spec = spec;
        this.type = spec.type();
    }

    @Override
    public Scan scan(Position after, DeliveredLog log) {
        List<String> needed = new ArrayList<>(spec.filter().fields());
        needed.add(type.createdField());
        return new IdScan(client, spec.records(client, needed), after.main(), log);
    }

    @Override
    public List<Candidate> candidates(List<ScannedRow> rows, long settled) {
        return rows.stream().map(this::candidate).toList();
    }

    private Candidate candidate(ScannedRow row) {
        spec.filter().check(row.record(), type.plural());
        if (isTooOld(row.record())) {
            return Candidate.nothing(row);
        }
        return Candidate.of(
                row,
                new RecordEvent(
                        row.id(),
                        spec.projection().body(row.record(), type),
                        UnixTime.time(row.record(), type.createdField()),
                        DeliveryKey.of("created", type, row.id()),
                        OptionalLong.empty()));
    }
}
