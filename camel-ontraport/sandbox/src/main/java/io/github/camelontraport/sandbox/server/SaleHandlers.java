package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.CardProcessor;
import io.github.camelontraport.sandbox.account.SaleRecorder;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.Map;
import java.util.Set;

/** Calls that sell, or ask for money. */
final class SaleHandlers {

    private static final String CHARGE = "chargeNow";
    private static final String LOG = "chargeLog";
    private static final String REQUEST = "requestPayment";
    private static final Set<String> SETTLED =
            Set.of(SaleRecorder.PAID, SaleRecorder.REFUNDED, SaleRecorder.VOID, SaleRecorder.WRITTEN_OFF);

    private final AccountState account;
    private final SaleRecorder sales;

    SaleHandlers(AccountState account) {
        this.account = account;
        this.sales = new SaleRecorder(account);
    }

    Map<String, CallHandler> calls() {
        return Map.of(
                "POST /transaction/processManual", this::process,
                "POST /transaction/requestPayment", this::request,
                "POST /transaction/payInvoice", this::pay);
    }

    private ApiReplyText process(TypeDefinition transaction, CallParameters parameters) {
        StoredRecord contact = contact(parameters);
        String kind = parameters.require(CHARGE);
        if (kind.equals(LOG)) {
            return ApiReplyText.data(Map.of("invoice_id", sales.sell(contact, parameters, SaleRecorder.PAID, "0")));
        }
        if (kind.equals(REQUEST)) {
            return ApiReplyText.data(Map.of("invoice_id", sales.sell(contact, parameters, SaleRecorder.UNPAID, "0")));
        }
        if (!kind.equals(CHARGE)) {
            throw ErrorReply.invalid("Invalid value for parameter: chargeNow");
        }
        parameters.require("gateway_id");
        CardProcessor.Charge charge = new CardProcessor(account).charge(parameters, Long.toString(contact.id()));
        String status = charge.accepted() ? SaleRecorder.PAID : SaleRecorder.DECLINED;
        return ApiReplyText.data(charge.result(sales.sell(contact, parameters, status, charge.cardId())));
    }

    /** Makes a new invoice; whether it takes one that exists is not known, and not refused here. */
    private ApiReplyText request(TypeDefinition transaction, CallParameters parameters) {
        if (parameters.text("invoice_id") != null) {
            invoice(transaction, parameters);
            return ApiReplyText.data("");
        }
        StoredRecord contact = contact(parameters);
        parameters.require("gateway_id");
        return ApiReplyText.data(Map.of("invoice_id", sales.sell(contact, parameters, SaleRecorder.UNPAID, "0")));
    }

    private ApiReplyText pay(TypeDefinition transaction, CallParameters parameters) {
        StoredRecord invoice = invoice(transaction, parameters);
        if (SETTLED.contains(invoice.latest().get("status"))) {
            throw ErrorReply.invalid("This invoice is not open");
        }
        CardProcessor.Charge charge =
                new CardProcessor(account).charge(parameters, invoice.latest().get("contact_id"));
        sales.status(invoice, charge.accepted() ? SaleRecorder.PAID : SaleRecorder.DECLINED);
        return ApiReplyText.data(charge.result(invoice.id()));
    }

    private StoredRecord contact(CallParameters parameters) {
        parameters.require("contact_id");
        return account.table(account.types().get(TypeDefinition.CONTACT))
                .find(parameters.number("contact_id"))
                .orElseThrow(() -> ErrorReply.invalid("Invalid Contact ID"));
    }

    private StoredRecord invoice(TypeDefinition transaction, CallParameters parameters) {
        parameters.require("invoice_id");
        return account.table(transaction).find(parameters.number("invoice_id")).orElseThrow(ErrorReply::notFound);
    }
}
