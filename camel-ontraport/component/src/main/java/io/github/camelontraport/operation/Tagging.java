package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.operation.join.Joinable;
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

    CompletionStage<Outcome> run(Task task) {
        List<String> names = task.inputs().list(Input.TAGS);
        List<Long> tagIds = task.inputs().ids(Input.TAG_IDS);
        if (names.isEmpty() && tagIds.isEmpty()) {
            throw new InvalidInputException("Operation " + operation + " needs tags (names) or tagIds. Nothing was sent");
        }
        Optional<List<Long>> named = ManyRecords.named(task);
        if (named.isPresent() && named.get().size() == 1) {
            return task.join(one(task, names, tagIds, named.get().get(0)));
        }
        return task.alone(false, () -> named.map(ManyRecords::done).orElseGet(() -> ManyRecords.read(task))
                .thenCompose(records -> inTurn(task, names, tagIds, records)));
    }

    private Joinable<Outcome> one(Task task, List<String> names, List<Long> tagIds, long record) {
        // So that one call is one call: what it acknowledges is told to all of its exchanges.
        int most = this == REMOVE && !tagIds.isEmpty() ? Chunks.QUERY_IDS : Chunks.BODY_IDS;
        return new Joinable<>(List.of(operation, names, tagIds), record, most, (records, usage) ->
                inTurn(task.with(usage), names, tagIds, records).thenApply(outcome -> id -> outcome.withCount(1)));
    }

    private CompletionStage<Outcome> inTurn(Task task, List<String> names, List<Long> tagIds, List<Long> records) {
        return Pass.inTurn(operation, task, records.size(), passes(task, names, tagIds, records));
    }

    private List<Pass> passes(Task task, List<String> names, List<Long> tagIds, List<Long> records) {
        List<Pass> passes = new ArrayList<>();
        if (!names.isEmpty()) {
            passes.add(new Pass("tags " + names, Chunks.forBody(records), chunk -> byName(task, names, chunk)));
        }
        if (this == REMOVE) {
            Chunks.besideIds(tagIds).forEach(some -> passes.add(new Pass("tagIds " + some, Chunks.forQuery(records),
                    chunk -> ApiRequest.delete("/objects/tag", byId(task, some, chunk)))));
        } else if (!tagIds.isEmpty()) {
            passes.add(new Pass("tagIds " + tagIds, Chunks.forBody(records), chunk -> ApiRequest.write(method,
                    "/objects/tag", RequestBody.form(byId(task, tagIds, chunk)), RepeatRule.ALWAYS)));
        }
        return passes;
    }

    /**
     * JSON with arrays, the only form that is known to work for names. So a DELETE has a body here; should a hop drop
     * it, what is left names neither type nor tag, and is refused.
     */
    private ApiRequest byName(Task task, List<String> names, List<Long> records) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("objectID", task.type().id());
        ArrayNode tags = parameters.putArray(namesParameter);
        names.forEach(tags::add);
        ArrayNode ids = parameters.putArray("ids");
        records.forEach(ids::add);
        return ApiRequest.write(method, "/objects/tagByName", RequestBody.json(parameters), RepeatRule.ALWAYS);
    }

    private Map<String, String> byId(Task task, List<Long> tags, List<Long> records) {
        Map<String, String> parameters = Selection.ofType(task);
        parameters.put(idsParameter, Chunks.text(tags));
        parameters.put("ids", Chunks.text(records));
        return parameters;
    }
}
