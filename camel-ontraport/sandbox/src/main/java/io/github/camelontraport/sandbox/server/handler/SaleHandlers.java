package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.sale.CardProcessor;
import io.github.camelontraport.sandbox.account.sale.SaleRecorder;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.Map;
import java.util.Set;

/** Charges, logs and requests payments. */
public final class SaleHandlers {

    private static final String CHARGE = "chargeNow";
    private static final String LOG = "chargeLog";
    private static final String REQUEST = "requestPayment";
    private static final Set<String> SETTLED =
            Set.of(SaleRecorder.PAID, SaleRecorder.REFUNDED, SaleRecorder.VOID, SaleRecorder.WRITTEN_OFF);

    private final RecordStore records;
    private final SaleRecorder sales;
    private final CardProcessor cards;

    public SaleHandlers(RecordStore records) {
        this.records = records;
        this.sales = new SaleRecorder(records);
        this.cards = new CardProcessor(records);
    }

    public AccountReply process(TypeDefinition transaction, RequestParameters parameters) {
        StoredRecord contact = contact(parameters);
        String kind = parameters.require(CHARGE);
        if (kind.equals(LOG)) {
            return sellWithoutCard(contact, parameters, SaleRecorder.PAID);
        }
        if (kind.equals(REQUEST)) {
            return sellWithoutCard(contact, parameters, SaleRecorder.UNPAID);
        }
        if (!kind.equals(CHARGE)) {
            throw ApiErrorException.invalid("Invalid value for parameter: chargeNow");
        }
        parameters.require("gateway_id");
        CardProcessor.Charge charge = cards.charge(parameters, Long.toString(contact.id()));
        String status = charge.accepted() ? SaleRecorder.PAID : SaleRecorder.DECLINED;
        return AccountReply.data(charge.result(sales.sell(contact, parameters, status, charge)));
    }

    /** Creates an invoice. Whether the API accepts an existing one is unknown, so this does. */
    public AccountReply request(TypeDefinition transaction, RequestParameters parameters) {
        if (parameters.text("invoice_id") != null) {
            invoice(transaction, parameters);
            return AccountReply.data("");
        }
        StoredRecord contact = contact(parameters);
        parameters.require("gateway_id");
        return sellWithoutCard(contact, parameters, SaleRecorder.UNPAID);
    }

    public AccountReply pay(TypeDefinition transaction, RequestParameters parameters) {
        StoredRecord invoice = invoice(transaction, parameters);
        if (SETTLED.contains(invoice.latest().get("status"))) {
            throw ApiErrorException.invalid("This invoice is not open");
        }
        CardProcessor.Charge charge = cards.charge(parameters, invoice.latest().get("contact_id"));
        if (charge.accepted()) {
            records.update(transaction, invoice, Map.of("cc_id", cards.store(charge)));
        }
        sales.status(invoice, charge.accepted() ? SaleRecorder.PAID : SaleRecorder.DECLINED);
        return AccountReply.data(charge.result(invoice.id()));
    }

    private AccountReply sellWithoutCard(StoredRecord contact, RequestParameters parameters, String status) {
        long invoice = sales.sell(contact, parameters, status, CardProcessor.Charge.NONE);
        return AccountReply.data(Map.of("invoice_id", invoice));
    }

    private StoredRecord contact(RequestParameters parameters) {
        parameters.require("contact_id");
        return records.table(TypeDefinition.CONTACT)
                .find(parameters.number("contact_id"))
                .orElseThrow(() -> ApiErrorException.invalid("Invalid Contact ID"));
    }

    private StoredRecord invoice(TypeDefinition transaction, RequestParameters parameters) {
        parameters.require("invoice_id");
        return records.table(transaction)
                .find(parameters.number("invoice_id"))
                .orElseThrow(ApiErrorException::notFound);
    }
}
