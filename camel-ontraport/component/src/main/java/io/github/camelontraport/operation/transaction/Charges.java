package io.github.camelontraport.operation.transaction;

import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.DeclinedCharge;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** New sales: charged to a card, or only logged. */
final class Charges {

    static final String CHARGE = "charge";
    static final String LOG = "logTransaction";

    static final ApiCall CALL = ApiCall.call(
                    "POST", "/transaction/processManual", Encoding.JSON, RequestGuards.NONE, OperationRetryRule.NEVER)
            .chargingCard();

    private Charges() {}

    static CompletionStage<OperationResult> charge(OperationContext context) {
        return process(context, CHARGE, "chargeNow");
    }

    static CompletionStage<OperationResult> log(OperationContext context) {
        return process(context, LOG, "chargeLog");
    }

    private static CompletionStage<OperationResult> process(
            OperationContext context, String operation, String chargeNow) {
        return context.send(
                CALL, Sale.of(context, operation, context.parameters().body(), chargeNow), Charges::result);
    }

    /** The result of the charge with the new invoice; of a logged sale, and on old accounts, only the invoice. */
    private static OperationResult result(ApiReply reply) {
        Map<String, Object> result = RecordParser.one(reply, CALL.path())
                .filter(data -> data.get("result_code") != null || data.get("invoice_id") != null)
                .orElseThrow(() -> RecordParser.unexpected(CALL.path(), "neither a result_code nor an invoice_id"));
        return OperationResult.record(result, DeclinedCharge.invoiceId(Json.tree(result)));
    }
}
