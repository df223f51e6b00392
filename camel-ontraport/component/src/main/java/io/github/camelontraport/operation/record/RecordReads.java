package io.github.camelontraport.operation.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.MatchResult;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.DescribeAs;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ReadQuery;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.batch.BatchableRequest;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.value.ValueDecoder;
import java.util.Comparator;
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
public final class RecordReads {

    static final ApiCall GET_ONE = ApiCall.get("/object").at(ObjectType::recordPath);
    public static final ApiCall GET_MANY = ApiCall.get("/objects").at(ObjectType::collectionPath);
    static final ApiCall GET_INFO = ApiCall.get("/objects/getInfo").at(type -> type.collectionPath() + "/getInfo");
    static final ApiCall GET_META = ApiCall.get("/objects/meta").at(type -> type.collectionPath() + "/meta");

    private static final String NO_SUCH_PATH = "invalid path";

    private RecordReads() {}

    static CompletionStage<OperationResult> get(OperationContext context) {
        return found(context).thenCompose(result -> {
            if (result.body() instanceof Map<?, ?> record) {
                ReadQuery.checkColumns(context, List.of(record));
            }
            return context.mapped(result);
        });
    }

    private static CompletionStage<OperationResult> found(OperationContext context) {
        Optional<Parameter> selector =
                context.parameters().oneOf(Parameter.RECORD_ID, Parameter.UNIQUE_ID, Parameter.EMAIL);
        if (selector.isPresent() && selector.get() != Parameter.RECORD_ID) {
            String field = selector.get() == Parameter.EMAIL ? "email" : "unique_id";
            String value = context.parameters().text(selector.get()).orElseThrow();
            return context.unbatched(true, waiting -> byField(waiting, field, value));
        }
        long wanted = context.parameters()
                .number(Parameter.RECORD_ID)
                .or(() -> context.idIn(context.parameters().body()))
                .orElseThrow(() -> new InvalidInputException(
                        "Operation get needs recordId, uniqueId or email, " + "or an id in the body"));
        Map<String, String> columns = ReadQuery.columns(context);
        if (context.type().allows(Capability.READ_DETAIL) && columns.isEmpty()) {
            return context.unbatched(true, waiting -> byId(waiting, wanted));
        }
        return context.batch(new BatchableRequest<>(
                List.of("get", columns),
                wanted,
                PageRequest.MAX_PAGE_SIZE,
                (ids, callContext) -> byIds(context.with(callContext), columns, ids)));
    }

    private static CompletionStage<LongFunction<OperationResult>> byIds(
            OperationContext context, Map<String, String> columns, List<Long> ids) {
        if (ids.size() == 1) {
            // Only the collection reads listFields and externs.
            CompletionStage<OperationResult> one =
                    columns.isEmpty() ? byId(context, ids.get(0)) : byId(context, ids.get(0), columns);
            return one.thenApply(found -> id -> found);
        }
        PageRequest page = new PageRequest(
                context.client(),
                context.callContext(),
                context.type(),
                context.type().collectionPath(),
                columns,
                null,
                PageRequest.MAX_PAGE_SIZE,
                0);
        return context.inTurn(() -> new IdPages(page, ids, Map.of()).next()).thenApply(records -> {
            Map<Long, Map<String, Object>> byId = records.stream()
                    .collect(Collectors.toMap(
                            record -> RecordParser.id(record, context.type()).orElseThrow(), Function.identity()));
            return id -> found(context, Optional.ofNullable(byId.get(id)));
        });
    }

    private static CompletionStage<OperationResult> byId(OperationContext context, long id) {
        return context.send(
                        GET_ONE,
                        parameters(context, GET_ONE).put("id", id),
                        reply -> found(context, theOne(context, id, reply, GET_ONE)))
                .exceptionally(RecordReads::noneIfMissing);
    }

    private static CompletionStage<OperationResult> byId(
            OperationContext context, long id, Map<String, String> columns) {
        ObjectNode parameters = parameters(context, GET_MANY).put("ids", id);
        columns.forEach(parameters::put);
        return context.send(GET_MANY, parameters, reply -> found(context, theOne(context, id, reply, GET_MANY)));
    }

    private static Optional<Map<String, Object>> theOne(
            OperationContext context, long id, ApiReply reply, ApiCall call) {
        String path = call.pathFor(context.type());
        Optional<Map<String, Object>> record = RecordParser.one(reply, path);
        long found = record.map(one -> RecordParser.id(one, context.type()).orElse(id))
                .orElse(id);
        if (found != id) {
            throw RecordParser.unexpected(path, "record " + found + " instead of " + id);
        }
        return record;
    }

    private static CompletionStage<OperationResult> byField(OperationContext context, String field, String value) {
        Condition condition = Condition.of(field, Operator.EQUAL, value);
        ObjectNode parameters = parameters(context, GET_MANY);
        ReadQuery.columns(context).forEach(parameters::put);
        if (parameters.has("listFields")) {
            // The condition can be checked only when its field is read; the server may have ignored the condition.
            String fields = parameters.path("listFields").asText();
            parameters.put("listFields", List.of(fields.split(",")).contains(field) ? fields : fields + "," + field);
        }
        parameters
                .put("condition", condition.toJson())
                .put("sort", context.type().idField())
                .put("sortDir", "asc")
                .put("count", true);
        return context.send(GET_MANY, parameters, reply -> lowest(context, condition, field, reply));
    }

    private static OperationResult lowest(OperationContext context, Condition condition, String field, ApiReply reply) {
        String path = GET_MANY.pathFor(context.type());
        List<Map<String, Object>> records = RecordParser.of(reply, path);
        for (Map<String, Object> record : records) {
            if (condition.matches(record) != MatchResult.YES) {
                throw RecordParser.unexpected(
                        path, "a record that does not have this " + field + "; the server ignored the condition");
            }
        }
        Optional<Map<String, Object>> lowest = records.stream()
                .min(Comparator.comparingLong(
                        record -> RecordParser.id(record, context.type()).orElse(Long.MAX_VALUE)));
        return found(context, lowest).withCount(reply.count().orElse(records.size()));
    }

    /** Batched exchanges may share a record, so each of them gets a copy. */
    private static OperationResult found(OperationContext context, Optional<Map<String, Object>> record) {
        return record.map(one -> OperationResult.record(
                        context.batching() == null ? one : ValueDecoder.copy(one), RecordMaps.id(one, context.type())))
                .orElse(OperationResult.of(null));
    }

    /** A missing record is an answer, a missing path an error; both come as HTTP 404. */
    private static OperationResult noneIfMissing(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof ApiException refused
                && refused.kind() == Kind.NOT_FOUND
                && (refused.text() == null
                        || !refused.text().toLowerCase(Locale.ROOT).contains(NO_SUCH_PATH))) {
            return OperationResult.of(null);
        }
        throw new CompletionException(cause);
    }

    static CompletionStage<OperationResult> count(OperationContext context) {
        ObjectNode parameters = parameters(context, GET_INFO);
        ReadQuery.filters(context.parameters()).forEach(parameters::put);
        context.parameters().condition().ifPresent(condition -> parameters.put("condition", condition.toJson()));
        return context.send(GET_INFO, parameters, reply -> {
            long count = reply.count()
                    .orElseThrow(() -> RecordParser.unexpected(GET_INFO.pathFor(context.type()), "no count"));
            return OperationResult.counted(count, count);
        });
    }

    /** Shows that the account can be reached, and that the key may read the type. */
    static CompletionStage<OperationResult> check(OperationContext context) {
        return context.send(GET_INFO, parameters(context, GET_INFO), reply -> {
            OperationResult done = OperationResult.acknowledged(reply.data(), null);
            return reply.count().isPresent() ? done.withCount(reply.count().getAsLong()) : done;
        });
    }

    /** The parameters that name the type at the call's path. */
    private static ObjectNode parameters(OperationContext context, ApiCall call) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        context.type().parametersAt(call.pathFor(context.type())).forEach(parameters::put);
        return parameters;
    }

    static CompletionStage<OperationResult> describe(OperationContext context) {
        if (context.parameters().fixed().describeAs() == DescribeAs.schema) {
            return context.inTurn(() -> context.mapper().schema()).thenApply(OperationResult::of);
        }
        return context.inTurn(() -> context.metadata().fields(context.type(), context.client(), context.callContext()))
                .thenApply(fields -> OperationResult.of(RecordMaps.map(fields)));
    }
}
