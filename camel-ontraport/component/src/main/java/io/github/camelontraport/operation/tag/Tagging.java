package io.github.camelontraport.operation.tag;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.operation.batch.BatchableRequest;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Puts tags on many records, or takes them off. The API has one call for tags by name and another for tags by id. When
 * both are given, both calls are made, names first.
 */
enum Tagging {
    ADD("tag", "PUT", "add_names", "add_list", Encoding.FORM),
    REMOVE("untag", "DELETE", "remove_names", "remove_list", Encoding.QUERY);

    private final String operation;
    private final String namesParameter;
    private final String idsParameter;
    private final ApiCall byName;
    private final ApiCall byId;

    Tagging(String operation, String method, String namesParameter, String idsParameter, Encoding ofIds) {
        this.operation = operation;
        this.namesParameter = namesParameter;
        this.idsParameter = idsParameter;
        // JSON with arrays is the only form that is known to work for names, so a DELETE has a body here. If a proxy
        // drops
        // it, what is left names neither type nor tag, and is refused.
        this.byName = call(method, "/objects/tagByName", Encoding.JSON);
        this.byId = call(method, "/objects/tag", ofIds);
    }

    private static ApiCall call(String method, String path, Encoding encoding) {
        return ApiCall.call(method, path, encoding, RequestGuards.MANY, OperationRetryRule.ALWAYS);
    }

    String operation() {
        return operation;
    }

    ApiCall byName() {
        return byName;
    }

    ApiCall byId() {
        return byId;
    }

    CompletionStage<OperationResult> run(OperationContext context) {
        List<String> names = context.parameters().list(Parameter.TAGS);
        List<Long> tagIds = context.parameters().ids(Parameter.TAG_IDS);
        if (names.isEmpty() && tagIds.isEmpty()) {
            throw new InvalidInputException(
                    "Operation " + operation + " needs tags (names) or tagIds. Nothing was sent");
        }
        Optional<List<Long>> named = RecordSelection.named(context);
        if (named.isPresent() && named.get().size() == 1) {
            return context.batch(request(context, names, tagIds, named.get().get(0)));
        }
        return context.unbatched(false, waiting -> RecordSelection.ids(waiting, named)
                .thenCompose(records -> inTurn(waiting, names, tagIds, records)));
    }

    private BatchableRequest<OperationResult> request(
            OperationContext context, List<String> names, List<Long> tagIds, long record) {
        // A batch must fit into one call, so that its acknowledgement is that of all its exchanges.
        int maxIds = byId.encoding() == Encoding.QUERY && !tagIds.isEmpty() ? Chunks.QUERY_IDS : Chunks.BODY_IDS;
        return new BatchableRequest<>(
                List.of(operation, names, tagIds), record, maxIds, (records, callContext) -> inTurn(
                                context.with(callContext), names, tagIds, records)
                        .thenApply(result -> id -> result.withCount(1)));
    }

    CompletionStage<OperationResult> inTurn(
            OperationContext context, List<String> names, List<Long> tagIds, List<Long> records) {
        return BulkStep.inTurn(operation, context, records.size(), steps(context, names, tagIds, records));
    }

    private List<BulkStep> steps(OperationContext context, List<String> names, List<Long> tagIds, List<Long> records) {
        List<BulkStep> steps = new ArrayList<>();
        if (!names.isEmpty()) {
            steps.add(new BulkStep(
                    "tags " + names,
                    Chunks.forBody(records),
                    byName,
                    chunk -> Chunks.put(withNames(context, names), "ids", chunk)));
        }
        boolean inQuery = byId.encoding() == Encoding.QUERY;
        List<List<Long>> lists = inQuery || tagIds.isEmpty() ? Chunks.besideIds(tagIds) : List.of(tagIds);
        lists.forEach(some -> steps.add(new BulkStep(
                "tagIds " + some,
                inQuery ? Chunks.forQuery(records) : Chunks.forBody(records),
                byId,
                chunk -> Chunks.put(Chunks.put(context.typeParameters(), idsParameter, some), "ids", chunk))));
        return steps;
    }

    private ObjectNode withNames(OperationContext context, List<String> names) {
        ObjectNode parameters = context.typeParameters();
        ArrayNode tags = parameters.putArray(namesParameter);
        names.forEach(tags::add);
        return parameters;
    }
}
