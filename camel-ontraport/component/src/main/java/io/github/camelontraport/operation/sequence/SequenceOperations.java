package io.github.camelontraport.operation.sequence;

import static io.github.camelontraport.operation.Parameter.CONDITION;
import static io.github.camelontraport.operation.Parameter.GROUP_ID;
import static io.github.camelontraport.operation.Parameter.IDS;
import static io.github.camelontraport.operation.Parameter.RECORD_ID;
import static io.github.camelontraport.operation.Parameter.SEARCH;
import static io.github.camelontraport.operation.Parameter.SEARCH_NOTES;
import static io.github.camelontraport.operation.ReplyShape.ACKNOWLEDGEMENT;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationAction;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.List;

/** Rows for the sequences and automations that records are on, and for pausing those themselves. */
public final class SequenceOperations {

    public static final List<Operation> ROWS = List.of(
            adding(SequenceMembership.sequences("addToSequence")),
            adding(SequenceMembership.automations("addToCampaign")),
            removing(SequenceMembership.sequences("removeFromSequence")),
            removing(SequenceMembership.automations("removeFromCampaign")),
            pausing("pause"),
            pausing("unpause"));

    private SequenceOperations() {}

    private static Operation adding(SequenceMembership membership) {
        return membership(membership, membership::add, SequenceMembership.ADD);
    }

    private static Operation removing(SequenceMembership membership) {
        return membership(membership, membership::remove, SequenceMembership.REMOVE);
    }

    private static Operation membership(SequenceMembership membership, OperationAction action, ApiCall call) {
        return Operation.of(membership.operation(), Capability.UPDATE, ACKNOWLEDGEMENT, action, call)
                .reads(membership.membership(), IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID);
    }

    /** The records of the endpoint's type are paused themselves. */
    private static Operation pausing(String operation) {
        ApiCall call = ApiCall.call(
                "POST", "/objects/" + operation, Encoding.FORM, RequestGuards.MANY, OperationRetryRule.ALWAYS);
        OperationAction action = context -> RecordSelection.ids(context)
                .thenCompose(ids -> BulkStep.only(
                        operation,
                        context,
                        Chunks.forBody(ids),
                        call,
                        chunk -> Chunks.put(context.typeParameters(), "ids", chunk)));
        return Operation.of(operation, Capability.PAUSE, ACKNOWLEDGEMENT, action, call)
                .reads(IDS, RECORD_ID, CONDITION, SEARCH, SEARCH_NOTES, GROUP_ID);
    }
}
