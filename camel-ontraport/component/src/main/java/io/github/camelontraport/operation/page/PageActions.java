package io.github.camelontraport.operation.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Actions on one record that single types have. */
final class PageActions {

    static final ApiCall SET_DEFAULT_CARD =
            ApiCall.call("PUT", "/CreditCard/default", Encoding.FORM, RequestGuards.ONE, OperationRetryRule.ALWAYS);
    static final ApiCall GET_HOSTED_URL = ApiCall.get("/landingPage/getHostedURL");
    static final ApiCall GET_FORM = ApiCall.get("/form");

    private PageActions() {}

    /** Makes a card the default card; the reply has its new status. */
    static CompletionStage<OperationResult> setDefaultCard(OperationContext context) {
        String id = Long.toString(context.oneId("setDefaultCard"));
        return context.send(SET_DEFAULT_CARD, idParameter(id), reply -> {
            // Every reply with code 0 is a success; without a record in it, the card's id is the result.
            Map<String, Object> card = new LinkedHashMap<>(Map.of("id", id));
            if (reply.data() != null && reply.data().isObject()) {
                card.putAll(RecordMaps.map(reply.data()));
            }
            return OperationResult.record(card, id);
        });
    }

    static CompletionStage<OperationResult> hostedUrl(OperationContext context) {
        return text(context, "hostedUrl", GET_HOSTED_URL);
    }

    static CompletionStage<OperationResult> formHtml(OperationContext context) {
        return text(context, "formHtml", GET_FORM);
    }

    private static CompletionStage<OperationResult> text(OperationContext context, String operation, ApiCall call) {
        String id = Long.toString(context.oneId(operation));
        return context.send(call, idParameter(id), reply -> OperationResult.record(text(reply, call.path()), id));
    }

    private static ObjectNode idParameter(String id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    /** The text; {@code null} when the reply has none, in any of the API's forms of that. */
    private static String text(ApiReply reply, String path) {
        JsonNode data = reply.data();
        if (data == null || data.isNull() || (data.isContainerNode() && data.isEmpty())) {
            return null;
        }
        if (!data.isTextual()) {
            throw RecordParser.unexpected(path, "something other than a text");
        }
        return data.asText().isEmpty() ? null : data.asText();
    }
}
