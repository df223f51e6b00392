package io.github.camelontraport.operation;

import static io.github.camelontraport.operation.Input.CONDITION;
import static io.github.camelontraport.operation.Input.GROUP_ID;
import static io.github.camelontraport.operation.Input.IDS;
import static io.github.camelontraport.operation.Input.RECORD_ID;
import static io.github.camelontraport.operation.Input.SEARCH;
import static io.github.camelontraport.operation.Input.SEARCH_NOTES;
import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;

import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.type.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Rows for the sequences and automations that records are on, and for pausing those themselves. */
final class SubscriptionOperations {

    private static final Set<Input> SELECTION =
            Set.of(IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID);

    static final List<Operation> ROWS = List.of(
            adding(Subscribing.sequences("addToSequence")),
            adding(Subscribing.automations("addToCampaign")),
            removing(Subscribing.sequences("removeFromSequence")),
            removing(Subscribing.automations("removeFromCampaign")),
            pausing("pause"),
            pausing("unpause"));

    private SubscriptionOperations() {
    }

    private static Operation adding(Subscribing subscribing) {
        return Operation.row(subscribing.operation(), "PUT /objects/subscribe", Verb.UPDATE, inputs(subscribing), false,
                NO, subscribing::add);
    }

    private static Operation removing(Subscribing subscribing) {
        return Operation.row(subscribing.operation(), "DELETE /objects/subscribe", Verb.UPDATE, inputs(subscribing), false,
                YES, subscribing::remove);
    }

    private static Set<Input> inputs(Subscribing subscribing) {
        Set<Input> inputs = EnumSet.of(subscribing.lists());
        inputs.addAll(SELECTION);
        return inputs;
    }

    /** For rules, sequences, sequence subscribers and automations: the type of the endpoint is what is paused. */
    private static Operation pausing(String operation) {
        return Operation.row(operation, "POST /objects/" + operation, Verb.READ, SELECTION, false, YES,
                task -> pause(task, operation)).only(6, 5, 8, 140);
    }

    private static CompletionStage<Outcome> pause(Task task, String operation) {
        return ManyRecords.ids(task).thenCompose(ids -> Pass.inTurn(operation, task, ids.size(), List.of(
                new Pass("", Chunks.forBody(ids), chunk -> {
                    Map<String, String> parameters = Selection.ofType(task);
                    parameters.put("ids", Chunks.text(chunk));
                    return ApiRequest.write("POST", "/objects/" + operation, RequestBody.form(parameters),
                            RepeatRule.ALWAYS);
                }))));
    }
}
