package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.ActionTargets;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.DeclinedCharge;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import io.github.camelontraport.value.BodyReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Pays open invoices with a card on file, or requests their payment. */
final class Payments {

    static final String PAY = "payInvoice";
    static final String REQUEST = "requestPayment";

    static final ApiCall PAY_CALL = ApiCall.call(
                    "POST", "/transaction/payInvoice", Encoding.JSON, RequestGuards.INVOICE, OperationRetryRule.NEVER)
            .chargingCard();
    static final ApiCall REQUEST_CALL = ApiCall.call(
                    "POST",
                    "/transaction/requestPayment",
                    Encoding.JSON,
                    RequestGuards.NO_SELECTION,
                    OperationRetryRule.NEVER)
            .chargingCard();

    private static final String INVOICE = "invoice_id";
    private static final String CARD = "cc_id";
    private static final List<String> REQUEST_PARAMETERS =
            List.of("send_invoice", "due_on", "customer_note", "internal_note", "to_field", "from_fields");

    private Payments() {}

    static CompletionStage<OperationResult> pay(OperationContext context) {
        ActionTargets targets = ActionTargets.strict(context, PAY, InvoiceActions.target(context), CARD);
        if (targets.ids().size() > 1 && !context.parameters().fixed().failOnDecline()) {
            throw new InvalidInputException("With failOnDecline=false operation " + PAY
                    + " takes one invoice at a time, as its acknowledgement is about one invoice. Nothing was sent");
        }
        JsonNode card = targets.parameters().path(CARD);
        if (card.isMissingNode()
                || card.asText().equals("0")
                || (card.isTextual() && card.asText().isBlank())) {
            // Records without a card have such a value. The API charges the contact's default card then.
            targets.parameters().remove(CARD);
        } else {
            targets.parameters()
                    .put(
                            CARD,
                            BodyReader.id(card, "id", CARD)
                                    .orElseThrow(() -> new InvalidInputException("Operation " + PAY + " needs " + CARD
                                            + " to be the id of a card. Nothing was sent")));
        }
        return InvoiceActions.oneByOne(context, PAY, PAY_CALL, INVOICE, targets);
    }

    /** With an offer the call makes the invoice; otherwise it requests payment of invoices that exist. */
    static CompletionStage<OperationResult> request(OperationContext context) {
        Object body = BodyReader.plain(context.parameters().body());
        if (!(body instanceof Map<?, ?> fields) || !fields.containsKey("offer")) {
            ActionTargets targets =
                    ActionTargets.strict(context, REQUEST, InvoiceActions.target(context), body, REQUEST_PARAMETERS);
            return InvoiceActions.oneByOne(context, REQUEST, REQUEST_CALL, INVOICE, targets);
        }
        if (context.parameters().has(Parameter.IDS) || context.parameters().has(Parameter.RECORD_ID)) {
            throw new InvalidInputException(
                    "Operation " + REQUEST + " takes either ids of invoices or a body with contact_id "
                            + "and offer, for a new one. Nothing was sent");
        }
        return context.send(
                REQUEST_CALL,
                Sale.of(context, REQUEST, body, "requestPayment"),
                reply -> InvoiceActions.acknowledged(reply).withObjectId(DeclinedCharge.invoiceId(reply.data())));
    }
}
