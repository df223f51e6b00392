package io.github.camelontraport.operation.tag;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.operation.Selection;
import io.github.camelontraport.operation.batch.BatchableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Puts tags on many records, or takes them off. The API has one call for tags by name and another for tags by id;
 * with both given, both are made, names first.
 */
enum Tagging {
    ADD("tag", "PUT", "add_names", "add_list"),
    REMOVE("untag", "DELETE", "remove_names", "remove_list");

    private final String operation;
    private final String method;
    private final String namesParameter;
    private final String idsParameter;

    Tagging(String operation, String method, String namesParameter, String idsParameter) {
        this.operation = operation;
        this.method = method;
        this.namesParameter = namesParameter;
        this.idsParameter = idsParameter;
    }

    String operation() {
        return operation;
    }

    CompletionStage<OperationResult> run(OperationContext task) {
        List<String> names = task.inputs().list(Parameter.TAGS);
        List<Long> tagIds = task.inputs().ids(Parameter.TAG_IDS);
        if (names.isEmpty() && tagIds.isEmpty()) {
            throw new InvalidInputException(
                    "Operation " + operation + " needs tags (names) or tagIds. Nothing was sent");
        }
        Optional<List<Long>> named = RecordSelection.named(task);
        if (named.isPresent() && named.get().size() == 1) {
            return task.join(one(task, names, tagIds, named.get().get(0)));
        }
        return task.alone(false, () -> named.map(RecordSelection::done)
                .orElseGet(() -> RecordSelection.read(task))
                .thenCompose(records -> inTurn(task, names, tagIds, records)));
    }

    private BatchableRequest<OperationResult> one(
            OperationContext task, List<String> names, List<Long> tagIds, long record) {
        // So that one call is one call: what it acknowledges is told to all of its exchanges.
        int most = this == REMOVE && !tagIds.isEmpty() ? Chunks.QUERY_IDS : Chunks.BODY_IDS;
        return new BatchableRequest<>(List.of(operation, names, tagIds), record, most, (records, usage) -> inTurn(
                        task.with(usage), names, tagIds, records)
                .thenApply(outcome -> id -> outcome.withCount(1)));
    }

    private CompletionStage<OperationResult> inTurn(
            OperationContext task, List<String> names, List<Long> tagIds, List<Long> records) {
        return BulkStep.inTurn(operation, task, records.size(), passes(task, names, tagIds, records));
    }

    private List<BulkStep> passes(OperationContext task, List<String> names, List<Long> tagIds, List<Long> records) {
        List<BulkStep> passes = new ArrayList<>();
        if (!names.isEmpty()) {
            passes.add(new BulkStep("tags " + names, Chunks.forBody(records), chunk -> byName(task, names, chunk)));
        }
        if (this == REMOVE) {
            Chunks.besideIds(tagIds)
                    .forEach(some -> passes.add(new BulkStep(
                            "tagIds " + some,
                            Chunks.forQuery(records),
                            chunk -> ApiRequest.delete("/objects/tag", byId(task, some, chunk)))));
        } else if (!tagIds.isEmpty()) {
            passes.add(new BulkStep(
                    "tagIds " + tagIds,
                    Chunks.forBody(records),
                    chunk -> ApiRequest.write(
                            method, "/objects/tag", RequestBody.form(byId(task, tagIds, chunk)), RetryRule.ALWAYS)));
        }
        return passes;
    }

    /**
     * JSON with arrays, the only form that is known to work for names. So a DELETE has a body here; should a hop drop
     * it, what is left names neither type nor tag, and is refused.
     */
    private ApiRequest byName(OperationContext task, List<String> names, List<Long> records) {
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("objectID", task.type().id());
        ArrayNode tags = parameters.putArray(namesParameter);
        names.forEach(tags::add);
        ArrayNode ids = parameters.putArray("ids");
        records.forEach(ids::add);
        return ApiRequest.write(method, "/objects/tagByName", RequestBody.json(parameters), RetryRule.ALWAYS);
    }

    private Map<String, String> byId(OperationContext task, List<Long> tags, List<Long> records) {
        Map<String, String> parameters = Selection.ofType(task);
        parameters.put(idsParameter, Chunks.text(tags));
        parameters.put("ids", Chunks.text(records));
        return parameters;
    }
}
