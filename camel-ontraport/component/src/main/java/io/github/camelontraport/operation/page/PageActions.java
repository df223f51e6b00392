package io.github.camelontraport.operation.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordMaps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Calls about one record that single types have. */
final class PageActions {

    private PageActions() {}

    /** Makes a card the one that is charged by default; the reply has its new status. */
    static CompletionStage<OperationResult> setDefaultCard(OperationContext task) {
        String id = Long.toString(task.oneId("setDefaultCard"));
        return task.call(ApiRequest.write(
                        "PUT", "/CreditCard/default", RequestBody.form(Map.of("id", id)), RetryRule.ALWAYS))
                .thenApply(reply -> {
                    // Whatever comes with code 0 is a success, so the card's id stands in for a record.
                    Map<String, Object> card = new LinkedHashMap<>(Map.of("id", id));
                    if (reply.data() != null && reply.data().isObject()) {
                        card.putAll(RecordMaps.map(reply.data()));
                    }
                    return OperationResult.record(card, id);
                });
    }

    static CompletionStage<OperationResult> hostedUrl(OperationContext task) {
        return text(task, "hostedUrl", "/landingPage/getHostedURL");
    }

    static CompletionStage<OperationResult> formHtml(OperationContext task) {
        return text(task, "formHtml", "/form");
    }

    private static CompletionStage<OperationResult> text(OperationContext task, String operation, String path) {
        String id = Long.toString(task.oneId(operation));
        return task.call(ApiRequest.get(path, Map.of("id", id)))
                .thenApply(reply -> OperationResult.record(text(reply, path), id));
    }

    /** The text; {@code null} when there is none in any of the API's ways to say so. */
    private static String text(ApiReply reply, String path) {
        JsonNode data = reply.data();
        if (data == null || data.isNull() || data.isContainerNode() && data.isEmpty()) {
            return null;
        }
        if (!data.isTextual()) {
            throw RecordParser.unexpected(path, "something other than a text");
        }
        return data.asText().isEmpty() ? null : data.asText();
    }
}
