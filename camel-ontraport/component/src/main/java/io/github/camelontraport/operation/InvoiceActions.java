package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.RequestBody;
import java.util.concurrent.CompletionStage;

/** What is done with transactions and purchases that exist, each named by its id. */
final class InvoiceActions {

    private InvoiceActions() {
    }

    /** For calls that take many ids, as JSON. */
    static CompletionStage<Outcome> byIds(Task task, String operation, String method, String path) {
        return Chunks.forBody(ExplicitIds.strict(task, operation).ids()).onceOnly().inTurn(operation, ids -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("objectID", task.type().id());
            ArrayNode array = body.putArray("ids");
            ids.forEach(array::add);
            return acknowledged(task, ApiRequest.write(method, path, RequestBody.json(body), RepeatRule.NEVER));
        });
    }

    /** For calls that take one id, as a form; several ids take as many calls. */
    static CompletionStage<Outcome> oneByOne(Task task, String operation, String path, String... parameters) {
        ExplicitIds chosen = ExplicitIds.strict(task, operation, parameters);
        return Chunks.oneByOne(chosen.ids()).onceOnly().inTurn(operation, ids -> {
            ObjectNode form = JsonNodeFactory.instance.objectNode().put("id", ids.get(0));
            form.setAll(chosen.parameters());
            return acknowledged(task, ApiRequest.write("PUT", path, RequestBody.form(FormFields.of(form)),
                    RepeatRule.NEVER));
        });
    }

    private static CompletionStage<Outcome> acknowledged(Task task, ApiRequest request) {
        return Declines.checked(task, request).thenApply(InvoiceActions::acknowledged);
    }

    /** Whatever the reply holds, it is a success; of the result of a card, its message says so. */
    static Outcome acknowledged(ApiReply reply) {
        boolean result = reply.data() != null && reply.data().isObject();
        return Outcome.acknowledged(result ? reply.data().get("message") : reply.data(), null);
    }
}
