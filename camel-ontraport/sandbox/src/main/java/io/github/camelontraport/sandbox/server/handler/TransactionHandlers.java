package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.query.RecordQuery;
import io.github.camelontraport.sandbox.account.query.RecordSelector;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.sale.CardProcessor;
import io.github.camelontraport.sandbox.account.sale.SaleRecorder;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Actions on existing transactions. The API acknowledges each in another form. */
public final class TransactionHandlers {

    private static final String VOID_PURCHASE = "3";
    private static final Set<String> CHARGEABLE = Set.of(SaleRecorder.UNPAID, SaleRecorder.DECLINED);

    private final RecordStore records;
    private final RecordSelector selector;
    private final SaleRecorder sales;
    private final CardProcessor cards;

    public TransactionHandlers(Account account) {
        this.records = account.records();
        this.selector = new RecordSelector(records, account.groups());
        this.sales = new SaleRecorder(records);
        this.cards = new CardProcessor(records);
    }

    public AccountReply refund(TypeDefinition type, RequestParameters parameters) {
        forEach(type, parameters, invoice -> sales.status(invoice, SaleRecorder.REFUNDED));
        return AccountReply.data("Refunded");
    }

    public AccountReply voidInvoices(TypeDefinition type, RequestParameters parameters) {
        forEach(type, parameters, invoice -> sales.status(invoice, SaleRecorder.VOID));
        return AccountReply.data("Voided");
    }

    public AccountReply writeOff(TypeDefinition type, RequestParameters parameters) {
        forEach(type, parameters, invoice -> sales.status(invoice, SaleRecorder.WRITTEN_OFF));
        return AccountReply.data(1);
    }

    public AccountReply rerunCommission(TypeDefinition type, RequestParameters parameters) {
        forEach(type, parameters, invoice -> {});
        return AccountReply.data("Re-ran commissions");
    }

    /** Charges the default card of the contact for each invoice that is not paid. */
    public AccountReply rerun(TypeDefinition type, RequestParameters parameters) {
        forEach(type, parameters, invoice -> {
            if (CHARGEABLE.contains(invoice.latest().get("status"))) {
                boolean accepted =
                        cards.chargeDefault(invoice.latest().get("contact_id")).accepted();
                sales.status(invoice, accepted ? SaleRecorder.PAID : SaleRecorder.DECLINED);
            }
        });
        return AccountReply.data(1);
    }

    public AccountReply resendInvoice(TypeDefinition type, RequestParameters parameters) {
        forEach(type, parameters, invoice -> {});
        return AccountReply.data("");
    }

    /** Clients send {@code id} or {@code ids}. */
    public AccountReply convertToCollections(TypeDefinition type, RequestParameters parameters) {
        Consumer<StoredRecord> action = invoice -> sales.status(invoice, SaleRecorder.UNPAID);
        if (parameters.text("id") == null && !parameters.list("ids").isEmpty()) {
            forEach(type, parameters, action);
        } else {
            action.accept(NamedRecord.require(records, type, parameters));
        }
        return AccountReply.done();
    }

    public AccountReply convertToDecline(TypeDefinition type, RequestParameters parameters) {
        sales.status(NamedRecord.require(records, type, parameters), SaleRecorder.DECLINED);
        return AccountReply.done();
    }

    public AccountReply markPaid(TypeDefinition type, RequestParameters parameters) {
        sales.status(NamedRecord.require(records, type, parameters), SaleRecorder.PAID);
        return AccountReply.data(List.of());
    }

    public AccountReply voidPurchase(TypeDefinition transaction, RequestParameters parameters) {
        TypeDefinition purchase = records.types().get(TypeDefinition.PURCHASE);
        records.update(purchase, NamedRecord.require(records, purchase, parameters), Map.of("status", VOID_PURCHASE));
        return AccountReply.data("Voided");
    }

    /**
     * Runs an action on each selected invoice. {@code objectID} is optional, but must be that of transactions. Unknown ids
     * are ignored as in a deletion; but when all ids are unknown, the request is refused like one for a single unknown id.
     */
    private void forEach(TypeDefinition transaction, RequestParameters parameters, Consumer<StoredRecord> action) {
        Long typeId = parameters.number("objectID");
        if (typeId != null && typeId != transaction.id()) {
            throw ApiErrorException.invalid("Invalid value for parameter: objectID");
        }
        RecordQuery query = RecordQuery.of(parameters, transaction, records.switches());
        List<Long> ids = selector.requiredTargets(transaction, query);
        if (ids.isEmpty() && query.namesIds()) {
            throw ApiErrorException.notFound();
        }
        ids.forEach(id -> action.accept(records.table(transaction).find(id).orElseThrow()));
    }
}
