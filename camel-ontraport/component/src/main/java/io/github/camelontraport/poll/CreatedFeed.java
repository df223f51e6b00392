package io.github.camelontraport.poll;

import io.github.camelontraport.api.type.ObjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** New records: ids grow with creation. */
final class CreatedFeed implements Feed {

    private final Source source;
    private final Watch watch;
    private final ObjectType type;
    private final FirstContact contact;

    CreatedFeed(Source source, Watch watch) {
        this.source = source;
        this.watch = watch;
        this.type = watch.type();
        this.contact = new FirstContact(source, watch, type, type.createdField());
    }

    @Override
    public long baseline(Memory memory) {
        return switch (watch.startFrom().kind()) {
            case BEGINNING -> 0;
            case INSTANT -> contact.before(watch.startFrom().instant().orElseThrow());
            case NOW -> contact.highest();
        };
    }

    @Override
    public long highest() {
        return contact.highest();
    }

    @Override
    public long ceiling() {
        return Long.MAX_VALUE;
    }

    @Override
    public Duration settleTime() {
        return watch.settleTime();
    }

    @Override
    public Memory memory() {
        return new DeliveredIds();
    }

    @Override
    public Walk walk(long after, Memory memory) {
        List<String> needed = new ArrayList<>(watch.filter().fields());
        needed.add(type.createdField());
        return new IdWalk(source, watch.records(source, needed), after, memory::raised);
    }

    @Override
    public List<Finding> findings(List<Row> rows, long settled) {
        return rows.stream().map(row -> {
            watch.filter().check(row.record(), type.plural());
            return Finding.of(row, new Occurrence(row.id(), watch.columns().body(row.record(), type),
                    Seconds.time(row.record(), type.createdField()), DeliveryKey.of("created", type, row.id()),
                    OptionalLong.empty()));
        }).toList();
    }
}
