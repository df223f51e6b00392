package io.github.camelontraport.operation.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.Futures;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.MatchResult;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.Selection;
import io.github.camelontraport.operation.batch.BatchableRequest;
import io.github.camelontraport.value.ValueDecoder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Reads one thing: a record, a count, the fields of a type. */
final class RecordReads {

    private static final String NO_SUCH_PATH = "invalid path";

    private RecordReads() {}

    static CompletionStage<OperationResult> get(OperationContext task) {
        Optional<Parameter> selector = task.inputs().oneOf(Parameter.RECORD_ID, Parameter.UNIQUE_ID, Parameter.EMAIL);
        if (selector.isPresent() && selector.get() != Parameter.RECORD_ID) {
            String field = selector.get() == Parameter.EMAIL ? "email" : "unique_id";
            String value = task.inputs().text(selector.get()).orElseThrow();
            return task.alone(true, () -> byField(task, field, value));
        }
        long wanted = task.inputs()
                .number(Parameter.RECORD_ID)
                .or(() -> task.idIn(task.inputs().body()))
                .orElseThrow(() -> new InvalidInputException(
                        "Operation get needs recordId, uniqueId or email, " + "or an id in the body"));
        Map<String, String> columns = Selection.columns(task);
        if (task.type().allows(Capability.READ_DETAIL) && columns.isEmpty()) {
            return task.alone(true, () -> byId(task, columns, wanted).thenApply(row -> found(task, row)));
        }
        return task.join(new BatchableRequest<>(
                List.of("get", columns),
                wanted,
                PageRequest.MAX_PAGE_SIZE,
                (ids, usage) -> byIds(task.with(usage), columns, ids)));
    }

    private static CompletionStage<LongFunction<OperationResult>> byIds(
            OperationContext task, Map<String, String> columns, List<Long> ids) {
        if (ids.size() == 1) {
            return byId(task, columns, ids.get(0)).thenApply(row -> id -> found(task, row));
        }
        PageRequest page = new PageRequest(
                task.client(),
                task.usage(),
                task.type(),
                task.type().collectionPath(),
                columns,
                null,
                PageRequest.MAX_PAGE_SIZE,
                0);
        return new IdPages(page, ids, Map.of()).next().thenApply(rows -> {
            Map<Long, JsonNode> byId = rows.stream()
                    .collect(Collectors.toMap(
                            row -> RecordParser.id(row, task.type()).orElseThrow(), Function.identity()));
            return id -> found(task, Optional.ofNullable(byId.get(id)));
        });
    }

    private static CompletionStage<Optional<JsonNode>> byId(
            OperationContext task, Map<String, String> columns, long id) {
        // Only the collection knows listFields and externs.
        String path = columns.isEmpty() ? task.type().recordPath() : task.type().collectionPath();
        Map<String, String> query = ofType(task, path);
        if (!columns.isEmpty()) {
            query.put("ids", Long.toString(id));
            query.putAll(columns);
            return task.call(ApiRequest.get(path, query)).thenApply(reply -> theOne(task, id, reply, path));
        }
        query.put("id", Long.toString(id));
        return task.call(ApiRequest.get(path, query))
                .thenApply(reply -> theOne(task, id, reply, path))
                .exceptionally(RecordReads::noneIfMissing);
    }

    private static Optional<JsonNode> theOne(OperationContext task, long id, ApiReply reply, String path) {
        Optional<JsonNode> row = RecordParser.one(reply, path);
        long found = row.map(record -> RecordParser.id(record, task.type()).orElse(id))
                .orElse(id);
        if (found != id) {
            throw RecordParser.unexpected(path, "record " + found + " instead of " + id);
        }
        return row;
    }

    private static CompletionStage<OperationResult> byField(OperationContext task, String field, String value) {
        Condition condition = Condition.of(field, Operator.EQUAL, value);
        String path = task.type().collectionPath();
        Map<String, String> query = ofType(task, path);
        query.putAll(Selection.columns(task));
        // What is not read cannot be checked, and the server may have ignored the condition.
        query.computeIfPresent(
                "listFields",
                (unused, fields) -> List.of(fields.split(",")).contains(field) ? fields : fields + "," + field);
        query.put("condition", condition.toJson());
        query.put("sort", task.type().idField());
        query.put("sortDir", "asc");
        query.put("count", "true");
        return task.call(ApiRequest.get(path, query)).thenApply(reply -> {
            List<JsonNode> rows = RecordParser.of(reply, path);
            for (JsonNode row : rows) {
                if (condition.matches(ValueDecoder.view(row)) != MatchResult.YES) {
                    throw RecordParser.unexpected(
                            path, "a record that does not have this " + field + "; the server ignored the condition");
                }
            }
            Optional<JsonNode> lowest = rows.stream()
                    .min(Comparator.comparingLong(
                            row -> RecordParser.id(row, task.type()).orElse(Long.MAX_VALUE)));
            return found(task, lowest).withCount(reply.count().orElse(rows.size()));
        });
    }

    private static OperationResult found(OperationContext task, Optional<JsonNode> row) {
        return row.map(found -> OperationResult.record(RecordMaps.map(found), RecordMaps.id(found, task.type())))
                .orElse(OperationResult.of(null));
    }

    /** A missing record is an answer, a missing path an error; both come as HTTP 404. */
    private static Optional<JsonNode> noneIfMissing(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof ApiException refused
                && refused.kind() == Kind.NOT_FOUND
                && (refused.text() == null
                        || !refused.text().toLowerCase(Locale.ROOT).contains(NO_SUCH_PATH))) {
            return Optional.empty();
        }
        throw new CompletionException(cause);
    }

    static CompletionStage<OperationResult> count(OperationContext task) {
        String path = task.type().collectionPath() + "/getInfo";
        Map<String, String> query = ofType(task, path);
        query.putAll(Selection.filters(task));
        task.inputs().condition().ifPresent(condition -> query.put("condition", condition.toJson()));
        return task.call(ApiRequest.get(path, query)).thenApply(reply -> {
            long count = reply.count().orElseThrow(() -> RecordParser.unexpected(path, "no count"));
            return OperationResult.counted(count, count);
        });
    }

    private static Map<String, String> ofType(OperationContext task, String path) {
        return new LinkedHashMap<>(task.type().parametersAt(path));
    }

    static CompletionStage<OperationResult> describe(OperationContext task) {
        return task.metadata()
                .fields(task.type(), task.client(), task.usage())
                .thenApply(fields -> OperationResult.of(RecordMaps.map(fields)));
    }
}
