package io.github.camelontraport.operation.sequence;

import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;
import static io.github.camelontraport.operation.Parameter.CONDITION;
import static io.github.camelontraport.operation.Parameter.GROUP_ID;
import static io.github.camelontraport.operation.Parameter.IDS;
import static io.github.camelontraport.operation.Parameter.RECORD_ID;
import static io.github.camelontraport.operation.Parameter.SEARCH;
import static io.github.camelontraport.operation.Parameter.SEARCH_NOTES;

import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.operation.Selection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Rows for the sequences and automations that records are on, and for pausing those themselves. */
public final class SequenceOperations {

    private static final Set<Parameter> SELECTION = Set.of(IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID);

    public static final List<Operation> ROWS = List.of(
            adding(SequenceMembership.sequences("addToSequence")),
            adding(SequenceMembership.automations("addToCampaign")),
            removing(SequenceMembership.sequences("removeFromSequence")),
            removing(SequenceMembership.automations("removeFromCampaign")),
            pausing("pause"),
            pausing("unpause"));

    private SequenceOperations() {}

    private static Operation adding(SequenceMembership subscribing) {
        return Operation.row(
                subscribing.operation(),
                "PUT /objects/subscribe",
                Capability.UPDATE,
                inputs(subscribing),
                false,
                NO,
                subscribing::add);
    }

    private static Operation removing(SequenceMembership subscribing) {
        return Operation.row(
                subscribing.operation(),
                "DELETE /objects/subscribe",
                Capability.UPDATE,
                inputs(subscribing),
                false,
                YES,
                subscribing::remove);
    }

    private static Set<Parameter> inputs(SequenceMembership subscribing) {
        Set<Parameter> inputs = EnumSet.of(subscribing.lists());
        inputs.addAll(SELECTION);
        return inputs;
    }

    /** For rules, sequences, sequence subscribers and automations: the type of the endpoint is what is paused. */
    private static Operation pausing(String operation) {
        return Operation.row(
                operation,
                "POST /objects/" + operation,
                Capability.PAUSE,
                SELECTION,
                false,
                YES,
                task -> pause(task, operation));
    }

    private static CompletionStage<OperationResult> pause(OperationContext task, String operation) {
        return RecordSelection.ids(task)
                .thenCompose(ids -> BulkStep.inTurn(
                        operation, task, ids.size(), List.of(new BulkStep("", Chunks.forBody(ids), chunk -> {
                            Map<String, String> parameters = Selection.ofType(task);
                            parameters.put("ids", Chunks.text(chunk));
                            return ApiRequest.write(
                                    "POST", "/objects/" + operation, RequestBody.form(parameters), RetryRule.ALWAYS);
                        }))));
    }
}
