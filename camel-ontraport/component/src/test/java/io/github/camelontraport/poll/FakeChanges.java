package io.github.camelontraport.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Records with an id and the second of their last change; many more than the sandbox is made for. */
public final class FakeChanges implements Transport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Instant> clock;
    private final TreeMap<Long, TreeSet<Long>> bySecond = new TreeMap<>();
    private final Map<Long, Long> seconds = new HashMap<>();
    public int requests;

    public FakeChanges(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public void change(long id, long second) {
        Long before = seconds.put(id, second);
        if (before != null) {
            bySecond.get(before).remove(id);
        }
        bySecond.computeIfAbsent(second, key -> new TreeSet<>()).add(id);
    }

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest call) {
        requests++;
        Map<String, String> query = PercentEncoding.decode(call.uri().getRawQuery());
        String body = rows(query).stream()
                .map(id -> "{\"id\":\"" + id + "\",\"dlm\":\"" + seconds.get(id) + "\"}")
                .collect(Collectors.joining(",", "{\"code\":0,\"data\":[", "]}"));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.get().atZone(ZoneOffset.UTC));
        return CompletableFuture.completedFuture(
                new TransportResponse(200, Map.of("date", date), body.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Long> rows(Map<String, String> query) {
        long from = Long.MIN_VALUE;
        long to = Long.MAX_VALUE;
        long above = 0;
        for (JsonNode clause : clauses(query)) {
            long value = clause.path("value").path("value").asLong();
            boolean isId = clause.path("field").path("field").asText().equals("id");
            switch (clause.path("op").asText()) {
                case ">" -> {
                    above = isId ? value : above;
                    from = isId ? from : Math.max(from, value + 1);
                }
                case ">=" -> from = Math.max(from, value);
                case "<=" -> to = Math.min(to, value);
                case "=" -> {
                    from = value;
                    to = value;
                }
                default -> throw new IllegalArgumentException(clause.toString());
            }
        }
        int range = Integer.parseInt(query.get("range"));
        var seconds = from > to ? new TreeMap<Long, TreeSet<Long>>() : bySecond.subMap(from, true, to, true);
        List<Long> rows = new ArrayList<>();
        for (TreeSet<Long> ids : (query.get("sortDir").equals("desc") ? seconds.descendingMap() : seconds).values()) {
            for (long id : ids.tailSet(above, false)) {
                if (rows.size() == range) {
                    return rows;
                }
                rows.add(id);
            }
        }
        return rows;
    }

    private static List<JsonNode> clauses(Map<String, String> query) {
        try {
            return JSON.readTree(query.getOrDefault("condition", "[]")).findParents("op");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
