package io.github.camelontraport.webhook.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.webhook.WebhookApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Reads the account's delivery log, ordered by id. The names of its fields come from its metadata. */
final class WebhookLogReader {

    /** Most entries that the log keeps, for all subscriptions together. */
    static final long CAPACITY = 10_000;
    /** How long failed deliveries are kept. Successful ones are kept two days only, so they prove nothing about older ones. */
    static final Duration FAILURE_RETENTION = Duration.ofDays(7);

    private static final String PATH = "/WebhookLogs";
    private static final String ID = "id";

    private final WebhookApi api;

    WebhookLogReader(WebhookApi api) {
        this.api = api;
    }

    /** The names of the fields; empty when the log has no metadata. */
    CompletionStage<Map<LogField, String>> fields() {
        return get("/meta", Map.of()).handle((reply, failure) -> {
            if (failure != null) {
                WebhookApi.emptyIfNotFound(failure);
                return Map.of();
            }
            return LogField.match(names(reply));
        });
    }

    /** The metadata describes one type; its key is undocumented. */
    private static List<String> names(ApiReply reply) {
        List<String> names = new ArrayList<>();
        if (reply.data() != null) {
            reply.data().findValues("fields").forEach(fields -> fields.fieldNames()
                    .forEachRemaining(names::add));
        }
        return names;
    }

    /** Number of entries, of all subscriptions. {@link #CAPACITY} when the API returns no number. */
    CompletionStage<Long> count() {
        return get("/getInfo", Map.of())
                .thenApply(reply -> reply.data() == null
                        ? CAPACITY
                        : reply.data().path("count").asLong(CAPACITY));
    }

    /**
     * The next page of entries with a greater id; empty at the end.
     *
     * @param webhookIds the subscriptions to read
     * @param names      when the field of the subscription is not among them, entries of all subscriptions are returned
     */
    CompletionStage<List<JsonNode>> after(long id, Set<Long> webhookIds, Map<LogField, String> names) {
        Condition condition = Condition.of(ID, Operator.GREATER, Long.toString(id));
        Optional<String> owner = Optional.ofNullable(names.get(LogField.WEBHOOK));
        if (owner.isPresent()) {
            condition = condition.and(
                    webhookIds.size() > 1
                            ? Condition.in(owner.get(), webhookIds)
                            : Condition.of(
                                    owner.get(),
                                    Operator.EQUAL,
                                    Long.toString(webhookIds.iterator().next())));
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("range", Integer.toString(PageRequest.MAX_PAGE_SIZE));
        query.put("start", "0");
        query.put("sort", ID);
        query.put("sortDir", "asc");
        query.put("condition", condition.toJson());
        return get("", query).thenApply(reply -> checkOrder(rows(reply), id));
    }

    private static List<JsonNode> rows(ApiReply reply) {
        return RecordParser.of(reply, PATH).stream().map(Json::tree).toList();
    }

    /** If the server ignored condition or sort, the pages would never end or would skip entries. */
    private static List<JsonNode> checkOrder(List<JsonNode> rows, long after) {
        long last = after;
        for (JsonNode row : rows) {
            long id = id(row);
            if (id <= last) {
                throw RecordParser.unexpected(
                        PATH, "id " + id + " after id " + last + "; it ignored the condition or the sort");
            }
            last = id;
        }
        return rows;
    }

    static long id(JsonNode row) {
        String id = row.path(ID).asText();
        if (!id.matches("\\d{1,18}")) {
            throw RecordParser.unexpected(PATH, "a row without id");
        }
        return Long.parseLong(id);
    }

    private CompletionStage<ApiReply> get(String call, Map<String, String> query) {
        return api.client().call(ApiRequest.get(PATH + call, query), CallContext.webhook());
    }
}
