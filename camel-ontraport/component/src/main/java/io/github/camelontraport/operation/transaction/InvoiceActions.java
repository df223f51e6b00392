package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.operation.ActionTargets;
import io.github.camelontraport.operation.BulkStep;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.TargetRecordFields;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Acts on transactions and purchases that exist, each named by its id. */
final class InvoiceActions {

    private InvoiceActions() {}

    /** A call that takes many ids, as JSON. */
    static ApiCall callByIds(String method, String path) {
        return ApiCall.call(method, path, Encoding.JSON, RequestGuards.MANY, OperationRetryRule.NEVER)
                .chargingCard();
    }

    /** A call that takes one id, as a form. */
    static ApiCall callById(String path) {
        return ApiCall.call("PUT", path, Encoding.FORM, RequestGuards.ONE_OR_MANY, OperationRetryRule.NEVER)
                .chargingCard();
    }

    static CompletionStage<OperationResult> byIds(OperationContext context, String operation, ApiCall call) {
        List<Long> ids =
                ActionTargets.strict(context, operation, target(context)).ids();
        return step(Chunks.forBody(ids), call, chunk -> Chunks.put(context.typeParameters(), "ids", chunk))
                .run(operation, context);
    }

    /** Several ids take as many calls. */
    static CompletionStage<OperationResult> oneByOne(
            OperationContext context, String operation, ApiCall call, String... parameters) {
        ActionTargets targets = ActionTargets.strict(context, operation, target(context), parameters);
        return oneByOne(context, operation, call, "id", targets);
    }

    /** @param idParameter under which the call takes the id */
    static CompletionStage<OperationResult> oneByOne(
            OperationContext context, String operation, ApiCall call, String idParameter, ActionTargets targets) {
        return step(Chunks.oneByOne(targets.ids()), call, ids -> {
                    ObjectNode parameters =
                            JsonNodeFactory.instance.objectNode().put(idParameter, ids.get(0));
                    return parameters.setAll(targets.parameters());
                })
                .run(operation, context);
    }

    private static BulkStep step(Chunks chunks, ApiCall call, Function<List<Long>, ObjectNode> parameters) {
        return new BulkStep("", chunks, call, parameters, InvoiceActions::acknowledged);
    }

    static TargetRecordFields target(OperationContext context) {
        return TransactionRecords.of(context.type());
    }

    /** Whatever the reply holds, it is a success. Of the result of a charge, its message is the acknowledgement. */
    static OperationResult acknowledged(ApiReply reply) {
        boolean result = reply.data() != null && reply.data().isObject();
        return OperationResult.acknowledged(result ? reply.data().get("message") : reply.data(), null);
    }
}
