package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.operation.ActionTargets;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.FormEncoding;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import java.util.concurrent.CompletionStage;

/** What is done with transactions and purchases that exist, each named by its id. */
final class InvoiceActions {

    private InvoiceActions() {}

    /** For calls that take many ids, as JSON. */
    static CompletionStage<OperationResult> byIds(OperationContext task, String operation, String method, String path) {
        return Chunks.forBody(ActionTargets.strict(task, operation).ids())
                .onceOnly()
                .inTurn(operation, ids -> {
                    ObjectNode body = JsonNodeFactory.instance
                            .objectNode()
                            .put("objectID", task.type().id());
                    ArrayNode array = body.putArray("ids");
                    ids.forEach(array::add);
                    return acknowledged(task, ApiRequest.write(method, path, RequestBody.json(body), RetryRule.NEVER));
                });
    }

    /** For calls that take one id, as a form; several ids take as many calls. */
    static CompletionStage<OperationResult> oneByOne(
            OperationContext task, String operation, String path, String... parameters) {
        ActionTargets chosen = ActionTargets.strict(task, operation, parameters);
        return Chunks.oneByOne(chosen.ids()).onceOnly().inTurn(operation, ids -> {
            ObjectNode form = JsonNodeFactory.instance.objectNode().put("id", ids.get(0));
            form.setAll(chosen.parameters());
            return acknowledged(
                    task, ApiRequest.write("PUT", path, RequestBody.form(FormEncoding.of(form)), RetryRule.NEVER));
        });
    }

    private static CompletionStage<OperationResult> acknowledged(OperationContext task, ApiRequest request) {
        return Declines.checked(task, request).thenApply(InvoiceActions::acknowledged);
    }

    /** Whatever the reply holds, it is a success; of the result of a card, its message says so. */
    static OperationResult acknowledged(ApiReply reply) {
        boolean result = reply.data() != null && reply.data().isObject();
        return OperationResult.acknowledged(result ? reply.data().get("message") : reply.data(), null);
    }
}
