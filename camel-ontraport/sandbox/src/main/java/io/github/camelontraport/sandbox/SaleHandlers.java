package io.github.camelontraport.sandbox;

import java.util.Map;
import java.util.Set;

/** Calls that sell, or ask for money. */
final class SaleHandlers {

    private static final String CHARGE = "chargeNow";
    private static final String LOG = "chargeLog";
    private static final String REQUEST = "requestPayment";
    private static final Set<String> SETTLED = Set.of(Sales.PAID, Sales.REFUNDED, Sales.VOID, Sales.WRITTEN_OFF);

    private final Account account;
    private final Sales sales;

    SaleHandlers(Account account) {
        this.account = account;
        this.sales = new Sales(account);
    }

    Map<String, Handler> calls() {
        return Map.of(
                "POST /transaction/processManual", this::process,
                "POST /transaction/requestPayment", this::request,
                "POST /transaction/payInvoice", this::pay);
    }

    private Reply process(ObjectType transaction, Parameters parameters) {
        StoredRecord contact = contact(parameters);
        String kind = parameters.require(CHARGE);
        if (kind.equals(LOG)) {
            return Reply.data(Map.of("invoice_id", sales.sell(contact, parameters, Sales.PAID, "0")));
        }
        if (kind.equals(REQUEST)) {
            return Reply.data(Map.of("invoice_id", sales.sell(contact, parameters, Sales.UNPAID, "0")));
        }
        if (!kind.equals(CHARGE)) {
            throw ApiException.invalid("Invalid value for parameter: chargeNow");
        }
        parameters.require("gateway_id");
        Cards.Charge charge = new Cards(account).charge(parameters, Long.toString(contact.id()));
        String status = charge.accepted() ? Sales.PAID : Sales.DECLINED;
        return Reply.data(charge.result(sales.sell(contact, parameters, status, charge.cardId())));
    }

    /** Makes a new invoice; whether it takes one that exists is not known, and not refused here. */
    private Reply request(ObjectType transaction, Parameters parameters) {
        if (parameters.text("invoice_id") != null) {
            invoice(transaction, parameters);
            return Reply.data("");
        }
        StoredRecord contact = contact(parameters);
        parameters.require("gateway_id");
        return Reply.data(Map.of("invoice_id", sales.sell(contact, parameters, Sales.UNPAID, "0")));
    }

    private Reply pay(ObjectType transaction, Parameters parameters) {
        StoredRecord invoice = invoice(transaction, parameters);
        if (SETTLED.contains(invoice.latest().get("status"))) {
            throw ApiException.invalid("This invoice is not open");
        }
        Cards.Charge charge = new Cards(account).charge(parameters, invoice.latest().get("contact_id"));
        sales.status(invoice, charge.accepted() ? Sales.PAID : Sales.DECLINED);
        return Reply.data(charge.result(invoice.id()));
    }

    private StoredRecord contact(Parameters parameters) {
        parameters.require("contact_id");
        return account.table(account.types().get(ObjectType.CONTACT)).find(parameters.number("contact_id"))
                .orElseThrow(() -> ApiException.invalid("Invalid Contact ID"));
    }

    private StoredRecord invoice(ObjectType transaction, Parameters parameters) {
        parameters.require("invoice_id");
        return account.table(transaction).find(parameters.number("invoice_id")).orElseThrow(ApiException::notFound);
    }
}
