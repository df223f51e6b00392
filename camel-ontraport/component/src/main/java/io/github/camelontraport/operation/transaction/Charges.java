package io.github.camelontraport.operation.transaction;

import java.util.Map;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.UnreadableReply;
import java.util.concurrent.CompletionStage;

/** New sales: charged to a card, or only put on record. */
final class Charges {

    static final String CHARGE = "charge";
    static final String LOG = "logTransaction";
    static final String PATH = "/transaction/processManual";

    private Charges() {}

    static CompletionStage<OperationResult> charge(OperationContext task) {
        return process(task, CHARGE, "chargeNow");
    }

    static CompletionStage<OperationResult> log(OperationContext task) {
        return process(task, LOG, "chargeLog");
    }

    private static CompletionStage<OperationResult> process(OperationContext task, String operation, String chargeNow) {
        ObjectNode sale = Sale.of(task, operation, task.inputs().body(), chargeNow);
        ApiRequest request = ApiRequest.write("POST", PATH, RequestBody.json(sale), RetryRule.NEVER);
        return UnreadableReply.of(
                RetryRule.NEVER, task, Declines.checked(task, request).thenApply(Charges::result));
    }

    /** The result of the card with the new invoice; of what was only logged, and on old accounts, just the invoice. */
    private static OperationResult result(ApiReply reply) {
        Map<String, Object> result = RecordParser.one(reply, PATH)
                .filter(data -> data.get("result_code") != null || data.get("invoice_id") != null)
                .orElseThrow(() -> RecordParser.unexpected(PATH, "neither a result_code nor an invoice_id"));
        return OperationResult.record(result, invoice(Json.tree(result)));
    }

    /** The id of the invoice; {@code null} when there is none. */
    static String invoice(JsonNode result) {
        String id = result == null ? "" : result.path("invoice_id").asText();
        return id.matches("[1-9]\\d*") ? id : null;
    }
}
