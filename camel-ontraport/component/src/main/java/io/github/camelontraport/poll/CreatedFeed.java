package io.github.camelontraport.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.Rows;
import io.github.camelontraport.api.type.ObjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** New records: ids grow with creation. */
final class CreatedFeed implements Feed {

    private final Source source;
    private final Watch watch;
    private final ObjectType type;

    CreatedFeed(Source source, Watch watch) {
        this.source = source;
        this.watch = watch;
        this.type = watch.type();
    }

    @Override
    public long baseline(Memory memory) {
        if (watch.startFrom().kind() == StartFrom.Kind.BEGINNING) {
            return 0;
        }
        // The highest first: what is created while the other is looked for lies above it.
        long highest = highest();
        return watch.startFrom().instant()
                .map(instant -> first(Condition.of(type.createdField(), Operator.AT_LEAST,
                        Long.toString(instant.getEpochSecond())), false).orElse(highest + 1) - 1)
                .orElse(highest);
    }

    @Override
    public long highest() {
        return first(null, true).orElse(0);
    }

    private OptionalLong first(Condition condition, boolean descending) {
        PageRequest request = watch.bare(source, type, type.idField(), condition, 1);
        List<JsonNode> rows = source.await(new KeysetPages(request, descending).next());
        return rows.isEmpty() ? OptionalLong.empty() : Rows.id(rows.get(0), type);
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
    public List<Optional<Occurrence>> occurrences(List<Row> rows) {
        return rows.stream().map(row -> {
            watch.filter().check(row.record(), type.plural());
            return Optional.of(new Occurrence(row.id(), watch.columns().body(row.record(), type),
                    Seconds.time(row.record(), type.createdField()), DeliveryKey.of("created", type, row.id()),
                    OptionalLong.empty()));
        }).toList();
    }
}
