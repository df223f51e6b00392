package io.github.camelontraport.operation.sequence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.RecordSelection;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Puts many records on sequences or automations, or takes them off.
 *
 * @param operation  the name of the row
 * @param membership the parameter with the sequences or automations
 * @param subType    what the API calls the kind: an automation is its Campaign
 */
record SequenceMembership(String operation, Parameter membership, String subType) {

    /** Not repeated: a record that is put on a sequence twice may start it over. */
    static final ApiCall ADD = ApiCall.call(
                    "PUT", "/objects/subscribe", Encoding.FORM, RequestGuards.MANY, OperationRetryRule.NEVER)
            .alsoAt("/objects/sequence");

    static final ApiCall REMOVE = ApiCall.delete("/objects/subscribe", RequestGuards.MANY, OperationRetryRule.ALWAYS)
            .alsoAt("/objects/sequence");

    static SequenceMembership sequences(String operation) {
        return new SequenceMembership(operation, Parameter.SEQUENCES, "Sequence");
    }

    static SequenceMembership automations(String operation) {
        return new SequenceMembership(operation, Parameter.CAMPAIGNS, "Campaign");
    }

    CompletionStage<OperationResult> add(OperationContext context) {
        List<Long> given = given(context);
        return RecordSelection.ids(context)
                .thenCompose(records -> BulkStep.only(
                        operation,
                        context,
                        Chunks.forBody(records),
                        ADD,
                        chunk -> parameters(context, "add_list", given, chunk)));
    }

    CompletionStage<OperationResult> remove(OperationContext context) {
        List<Long> given = given(context);
        return RecordSelection.ids(context)
                .thenCompose(records -> BulkStep.inTurn(
                        operation,
                        context,
                        records.size(),
                        Chunks.besideIds(given).stream()
                                .map(some -> new BulkStep(
                                        membership.option() + " " + some,
                                        Chunks.forQuery(records),
                                        REMOVE,
                                        chunk -> parameters(context, "remove_list", some, chunk)))
                                .toList()));
    }

    private List<Long> given(OperationContext context) {
        List<Long> given = context.parameters().referencedIds(membership);
        if (given.isEmpty()) {
            throw new InvalidInputException("Operation " + operation + " needs " + membership.option()
                    + ", their ids or names. Nothing was sent");
        }
        return given;
    }

    private ObjectNode parameters(OperationContext context, String list, List<Long> given, List<Long> records) {
        ObjectNode parameters =
                Chunks.put(context.typeParameters(), list, given).put("sub_type", subType);
        return Chunks.put(parameters, "ids", records);
    }
}
