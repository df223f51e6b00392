package io.github.camelontraport.operation;

import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
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
record Subscribing(String operation, Input lists, String subType) {

    private static final String PATH = "/objects/subscribe";

    static Subscribing sequences(String operation) {
        return new Subscribing(operation, Input.SEQUENCES, "Sequence");
    }

    static Subscribing automations(String operation) {
        return new Subscribing(operation, Input.CAMPAIGNS, "Campaign");
    }

    CompletionStage<Outcome> add(Task task) {
        List<Long> given = given(task);
        return ManyRecords.ids(task).thenCompose(records -> Pass.inTurn(operation, task, records.size(), List.of(
                new Pass("", Chunks.forBody(records).onceOnly(), chunk -> ApiRequest.write("PUT", PATH,
                        RequestBody.form(parameters(task, "add_list", given, chunk)), RepeatRule.NEVER)))));
    }

    CompletionStage<Outcome> remove(Task task) {
        List<Long> given = given(task);
        return ManyRecords.ids(task).thenCompose(records -> Pass.inTurn(operation, task, records.size(),
                Chunks.besideIds(given).stream().map(some -> new Pass(lists.option() + " " + some,
                        Chunks.forQuery(records), chunk -> ApiRequest.delete(PATH,
                                parameters(task, "remove_list", some, chunk)))).toList()));
    }

    private List<Long> given(Task task) {
        List<Long> given = task.inputs().ids(lists);
        if (given.isEmpty()) {
            throw new InvalidInputException("Operation " + operation + " needs " + lists.option()
                    + ", their ids. Nothing was sent");
        }
        return given;
    }

    private Map<String, String> parameters(Task task, String list, List<Long> given, List<Long> records) {
        Map<String, String> parameters = Selection.ofType(task);
        parameters.put(list, Chunks.text(given));
        parameters.put("sub_type", subType);
        parameters.put("ids", Chunks.text(records));
        return parameters;
    }
}
