package io.github.camelontraport.operation.sequence;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Puts many records on sequences or automations, or takes them off. Being put on twice may start them over, so only
 * taking off is repeated.
 *
 * @param operation the name of the row
 * @param lists     the input with the ids of sequences or automations
 * @param subType   what the API calls the kind: an automation is its Campaign
 */
record SequenceMembership(String operation, Parameter lists, String subType) {

    private static final String PATH = "/objects/subscribe";

    static SequenceMembership sequences(String operation) {
        return new SequenceMembership(operation, Parameter.SEQUENCES, "Sequence");
    }

    static SequenceMembership automations(String operation) {
        return new SequenceMembership(operation, Parameter.CAMPAIGNS, "Campaign");
    }

    CompletionStage<OperationResult> add(OperationContext task) {
        List<Long> given = given(task);
        return RecordSelection.ids(task)
                .thenCompose(records -> BulkStep.inTurn(
                        operation,
                        task,
                        records.size(),
                        List.of(new BulkStep(
                                "",
                                Chunks.forBody(records).onceOnly(),
                                chunk -> ApiRequest.write(
                                        "PUT",
                                        PATH,
                                        RequestBody.form(parameters(task, "add_list", given, chunk)),
                                        RetryRule.NEVER)))));
    }

    CompletionStage<OperationResult> remove(OperationContext task) {
        List<Long> given = given(task);
        return RecordSelection.ids(task)
                .thenCompose(records -> BulkStep.inTurn(
                        operation,
                        task,
                        records.size(),
                        Chunks.besideIds(given).stream()
                                .map(some -> new BulkStep(
                                        lists.option() + " " + some,
                                        Chunks.forQuery(records),
                                        chunk -> ApiRequest.delete(PATH, parameters(task, "remove_list", some, chunk))))
                                .toList()));
    }

    private List<Long> given(OperationContext task) {
        List<Long> given = task.inputs().ids(lists);
        if (given.isEmpty()) {
            throw new InvalidInputException(
                    "Operation " + operation + " needs " + lists.option() + ", their ids. Nothing was sent");
        }
        return given;
    }

    private Map<String, String> parameters(OperationContext task, String list, List<Long> given, List<Long> records) {
        Map<String, String> parameters = Selection.ofType(task);
        parameters.put(list, Chunks.text(given));
        parameters.put("sub_type", subType);
        parameters.put("ids", Chunks.text(records));
        return parameters;
    }
}
