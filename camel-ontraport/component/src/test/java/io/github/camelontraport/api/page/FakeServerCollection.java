package io.github.camelontraport.api.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.MatchResult;
import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A server's collection of records that have an id and a value {@code v}, with switches for what it ignores. */
final class FakeServerCollection {

    /** What a faulty server does not look at. */
    enum Ignores {
        CONDITION,
        SORT,
        RANGE,
        START,
        IDS
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Long> ids = new ArrayList<>();
    final Set<Ignores> ignores = EnumSet.noneOf(Ignores.class);
    final ScriptedTransport transport =
            new ScriptedTransport(call -> ScriptedTransport.ok(answer(call)).apply(call));
    final ObjectType type;
    private final ClientFixture fixture = new ClientFixture(transport);

    FakeServerCollection(String type, long first, long last) {
        this.type = ObjectTypes.find(type).orElseThrow();
        LongStream.rangeClosed(first, last).forEach(ids::add);
        // Out of order, as a server that ignores the sort gives them.
        Collections.rotate(ids, 7);
    }

    PageRequest request(String condition, int pageSize, long limit) {
        return new PageRequest(
                fixture.client,
                CallContext.of("search"),
                type,
                "/objects",
                Map.of("externs", "x"),
                condition == null ? null : Condition.parse(condition),
                pageSize,
                limit);
    }

    Map<String, String> query(int call) {
        return PercentEncoding.decode(transport.calls().get(call).uri().getRawQuery());
    }

    private String answer(TransportRequest call) {
        Map<String, String> query = PercentEncoding.decode(call.uri().getRawQuery());
        List<Long> rows = new ArrayList<>(ids);
        if (query.containsKey("ids") && !ignores.contains(Ignores.IDS)) {
            List<String> wanted = List.of(query.get("ids").split(","));
            rows.removeIf(id -> !wanted.contains(id.toString()));
        }
        if (query.containsKey("condition") && !ignores.contains(Ignores.CONDITION)) {
            Condition condition = Condition.parse(query.get("condition"));
            rows.removeIf(id -> condition.matches(record(id)) != MatchResult.YES);
        }
        if (query.containsKey("sort") && !ignores.contains(Ignores.SORT)) {
            rows.sort("desc".equals(query.get("sortDir")) ? Comparator.reverseOrder() : Comparator.naturalOrder());
        }
        long start = ignores.contains(Ignores.START) ? 0 : Long.parseLong(query.getOrDefault("start", "0"));
        long range =
                ignores.contains(Ignores.RANGE) ? Long.MAX_VALUE : Math.min(50, Long.parseLong(query.get("range")));
        return rows.stream()
                .skip(start)
                .limit(range)
                .map(id -> text(record(id)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Every other id as a number: the API is not consistent either. */
    private Map<String, Object> record(long id) {
        Object shown = id % 2 == 0 ? (Object) id : Long.toString(id);
        return Map.of(type.idField(), shown, "v", Long.toString(id % 3));
    }

    private static String text(Map<String, Object> record) {
        return JSON.valueToTree(record).toString();
    }

    /** Reads to the end and gives the ids as they came. */
    List<Long> read(Pages pages) {
        List<Long> all = new ArrayList<>();
        while (pages.hasNext()) {
            List<Map<String, Object>> page = pages.next().toCompletableFuture().getNow(null);
            page.forEach(row -> all.add(RecordParser.id(row, type).orElseThrow()));
        }
        return all;
    }
}
