package io.github.camelontraport.poll;

import io.github.camelontraport.api.type.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** New records: ids grow with creation. */
final class CreatedFeed extends IdFeed {

    private final Source source;
    private final Watch watch;
    private final ObjectType type;

    CreatedFeed(Source source, Watch watch) {
        super(watch, new FirstContact(source, watch, watch.type(), watch.type().createdField()));
        this.source = source;
        this.watch = watch;
        this.type = watch.type();
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
