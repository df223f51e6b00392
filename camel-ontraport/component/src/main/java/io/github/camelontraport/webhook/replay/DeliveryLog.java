package io.github.camelontraport.webhook.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.webhook.WebhookApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The account's log of deliveries, read in the order of ids. Names of fields are those that its metadata tells. */
final class DeliveryLog {

    /** Entries that are kept at most, of all subscriptions together. */
    static final long CAPACITY = 10_000;

    private static final String PATH = "/WebhookLogs";
    private static final String ID = "id";

    private final WebhookApi access;

    DeliveryLog(WebhookApi access) {
        this.access = access;
    }

    /** How the log names its fields; empty when it does not tell. */
    CompletionStage<Map<LogField, String>> fields() {
        return get("/meta", Map.of()).handle((reply, failure) -> {
            if (failure != null) {
                WebhookApi.absent(failure);
                return Map.of();
            }
            return LogField.among(names(reply));
        });
    }

    /** The one type that is described, under whatever key. */
    private static List<String> names(ApiReply reply) {
        List<String> names = new ArrayList<>();
        if (reply.data() != null) {
            reply.data().findValues("fields").forEach(fields -> fields.fieldNames()
                    .forEachRemaining(names::add));
        }
        return names;
    }

    /** How many entries there are, of all subscriptions. */
    CompletionStage<Long> count() {
        return get("/getInfo", Map.of())
                .thenApply(reply -> reply.data() == null
                        ? CAPACITY
                        : reply.data().path("count").asLong(CAPACITY));
    }

    /**
     * The next rows behind this id; none at the end.
     *
     * @param webhooks the subscriptions whose rows they are
     * @param names    rows of other subscriptions come, too, when the field of the subscription is not among them
     */
    CompletionStage<List<JsonNode>> after(long id, Set<Long> webhooks, Map<LogField, String> names) {
        Condition condition = Condition.of(ID, Operator.GREATER, Long.toString(id));
        Optional<String> owner = Optional.ofNullable(names.get(LogField.WEBHOOK));
        if (owner.isPresent()) {
            condition = condition.and(
                    webhooks.size() > 1
                            ? Condition.in(owner.get(), webhooks)
                            : Condition.of(
                                    owner.get(),
                                    Operator.EQUAL,
                                    Long.toString(webhooks.iterator().next())));
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("range", Integer.toString(PageRequest.MAX_PAGE_SIZE));
        query.put("start", "0");
        query.put("sort", ID);
        query.put("sortDir", "asc");
        query.put("condition", condition.toJson());
        return get("", query).thenApply(reply -> inOrder(rows(reply), id));
    }

    private static List<JsonNode> rows(ApiReply reply) {
        return RecordParser.of(reply, PATH).stream().map(Json::tree).toList();
    }

    /** A server that ignored the bound or the order would make entries come for ever, or never. */
    private static List<JsonNode> inOrder(List<JsonNode> rows, long after) {
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
        return access.client().call(ApiRequest.get(PATH + call, query), CallContext.webhook());
    }
}
