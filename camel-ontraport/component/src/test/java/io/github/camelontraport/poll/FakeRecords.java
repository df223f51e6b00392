package io.github.camelontraport.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A collection of records that have nothing but an id; as many as one likes. Answers only what the poller asks for. */
public final class FakeRecords implements Transport {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What lists, counts and reads by id show. */
    public final IdSet ids = new IdSet();
    /** What reads by id show as well, but neither lists nor counts. */
    public final IdSet unlisted = new IdSet();
    /** What is to happen before the request of this number, counted from 0. */
    public final Map<Integer, Runnable> events = new TreeMap<>();
    /** The number of the request that is refused. */
    public int refused = -1;
    /** The number of the request that is not answered. */
    public int silent = -1;

    public boolean withoutCount;
    public int requests;
    public UnaryOperator<String> tamper = body -> body;

    @Override
    public CompletionStage<TransportResponse> send(TransportRequest call) {
        int number = requests++;
        Runnable event = events.remove(number);
        if (event != null) {
            event.run();
        }
        if (number == silent) {
            return new CompletableFuture<>();
        }
        if (number == refused) {
            return CompletableFuture.completedFuture(
                    new TransportResponse(400, Map.of(), "refused".getBytes(StandardCharsets.UTF_8)));
        }
        String body = tamper.apply(
                answer(call.uri().getPath(), PercentEncoding.decode(call.uri().getRawQuery())));
        return CompletableFuture.completedFuture(
                new TransportResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private String answer(String path, Map<String, String> query) {
        long above = IdSet.NONE;
        long upTo = Long.MAX_VALUE - 1;
        for (JsonNode clause : clauses(query)) {
            long value = clause.path("value").path("value").asLong();
            switch (clause.path("op").asText()) {
                case ">" -> above = value;
                case "<=" -> upTo = value;
                default -> throw new IllegalArgumentException(clause.toString());
            }
        }
        if (path.endsWith("/getInfo")) {
            return "{\"code\":0,\"data\":{\"count\":\"" + ids.count(above, upTo) + "\"}}";
        }
        long last = upTo;
        List<Long> page = query.containsKey("ids")
                ? existing(query.get("ids"))
                : query.get("sortDir").equals("desc")
                        ? highest(Integer.parseInt(query.get("range")))
                        : ids.next(above, Integer.parseInt(query.get("range"))).stream()
                                .filter(id -> id <= last)
                                .toList();
        String count = query.containsKey("count") && !withoutCount ? ",\"count\":\"" + ids.size() + "\"" : "";
        return page.stream()
                .map(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"code\":0,\"data\":[", "]" + count + "}"));
    }

    private List<Long> highest(int most) {
        long highest = ids.highest();
        long above = highest - most;
        while (above > IdSet.NONE && ids.count(above, highest) < most) {
            above = highest - 2 * (highest - above);
        }
        List<Long> all = new ArrayList<>(ids.next(Math.max(IdSet.NONE, above), Integer.MAX_VALUE));
        Collections.reverse(all);
        return all.subList(0, Math.min(most, all.size()));
    }

    private List<Long> existing(String wanted) {
        return Arrays.stream(wanted.split(","))
                .map(Long::valueOf)
                .filter(id -> ids.contains(id) || unlisted.contains(id))
                .toList();
    }

    private static List<JsonNode> clauses(Map<String, String> query) {
        try {
            JsonNode condition = JSON.readTree(query.getOrDefault("condition", "[]"));
            return condition.findParents("op");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
