package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.operation.OperationContext;
import java.util.concurrent.CompletionStage;

/**
 * Declined cards. They come with HTTP 200 and code 0; the data say it by a {@code result_code} other than 1, while an
 * accepted charge says 1, or on old accounts nothing.
 */
public final class Declines {

    private static final String RESULT = "result_code";

    private Declines() {}

    /** The reply, or with {@code failOnDecline} the decline that it tells of as a failure. */
    static CompletionStage<ApiReply> checked(OperationContext task, ApiRequest request) {
        int before = task.usage().requests();
        return task.call(request).thenApply(reply -> {
            if (task.inputs().fixed().failOnDecline()) {
                refuse(request, reply.data(), task.usage().requests() - before);
            }
            return reply;
        });
    }

    public static void refuse(ApiRequest request, JsonNode data, int attempts) {
        JsonNode result = data != null && data.isArray() ? data.path(0) : data;
        if (result == null
                || !result.hasNonNull(RESULT)
                || result.get(RESULT).asText().equals("1")) {
            return;
        }
        String invoice = Charges.invoice(result);
        throw ApiException.details(
                        Kind.DECLINED, request + " was declined" + (invoice == null ? "" : ", invoice " + invoice))
                .status(200)
                .code(result.get(RESULT).asText())
                .text(result.path("message").asText())
                .attempts(attempts)
                .objectId(invoice)
                .build();
    }
}
