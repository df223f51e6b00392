package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.operation.ActionTargets;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.value.BodyReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Open invoices: paid with a card on file, or asked for. */
final class Payments {

    static final String PAY = "payInvoice";
    static final String PAY_PATH = "/transaction/payInvoice";
    static final String REQUEST = "requestPayment";
    static final String REQUEST_PATH = "/transaction/requestPayment";

    private static final String INVOICE = "invoice_id";
    private static final String CARD = "cc_id";
    private static final List<String> OF_THE_REQUEST =
            List.of("send_invoice", "due_on", "customer_note", "internal_note", "to_field", "from_fields");

    private Payments() {}

    static CompletionStage<OperationResult> pay(OperationContext task) {
        ActionTargets chosen = ActionTargets.strict(task, PAY, CARD);
        if (chosen.ids().size() > 1 && !task.inputs().fixed().failOnDecline()) {
            throw new InvalidInputException(
                    "With failOnDecline=false operation " + PAY + " takes one invoice at a time, as "
                            + "its acknowledgement can tell of one only. Nothing was sent");
        }
        JsonNode card = chosen.parameters().path(CARD);
        if (card.isMissingNode()
                || card.asText().equals("0")
                || card.isTextual() && card.asText().isBlank()) {
            // As records say that there is none; the API takes the contact's default card then.
            chosen.parameters().remove(CARD);
        } else {
            chosen.parameters()
                    .put(
                            CARD,
                            BodyReader.id(card, "id", CARD)
                                    .orElseThrow(() -> new InvalidInputException("Operation " + PAY + " needs " + CARD
                                            + " to be the id of a card. Nothing was sent")));
        }
        return each(task, PAY, PAY_PATH, chosen);
    }

    /** With an offer it makes the invoice that is asked for; otherwise it asks for invoices that exist. */
    static CompletionStage<OperationResult> request(OperationContext task) {
        Object body = BodyReader.plain(task.inputs().body());
        if (!(body instanceof Map<?, ?> fields) || !fields.containsKey("offer")) {
            return each(task, REQUEST, REQUEST_PATH, ActionTargets.strict(task, REQUEST, body, OF_THE_REQUEST));
        }
        if (task.inputs().has(Parameter.IDS) || task.inputs().has(Parameter.RECORD_ID)) {
            throw new InvalidInputException(
                    "Operation " + REQUEST + " takes either ids of invoices or a body with contact_id "
                            + "and offer, for a new one. Nothing was sent");
        }
        ApiRequest request = request(REQUEST_PATH, Sale.of(task, REQUEST, body, "requestPayment"));
        return Declines.checked(task, request)
                .thenApply(reply -> InvoiceActions.acknowledged(reply).withObjectId(Charges.invoice(reply.data())));
    }

    private static CompletionStage<OperationResult> each(
            OperationContext task, String operation, String path, ActionTargets chosen) {
        return Chunks.oneByOne(chosen.ids()).onceOnly().inTurn(operation, ids -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put(INVOICE, ids.get(0));
            body.setAll(chosen.parameters());
            return Declines.checked(task, request(path, body)).thenApply(InvoiceActions::acknowledged);
        });
    }

    private static ApiRequest request(String path, ObjectNode body) {
        return ApiRequest.write("POST", path, RequestBody.json(body), RetryRule.NEVER);
    }
}
