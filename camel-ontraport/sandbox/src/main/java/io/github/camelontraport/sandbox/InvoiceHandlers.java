package io.github.camelontraport.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Actions on transactions that exist. Each is acknowledged in another way. */
final class InvoiceHandlers {

    private static final String VOID_PURCHASE = "3";

    private final Account account;
    private final Selector selector;
    private final Sales sales;

    InvoiceHandlers(Account account) {
        this.account = account;
        this.selector = new Selector(account);
        this.sales = new Sales(account);
    }

    Map<String, Handler> calls() {
        Map<String, Handler> calls = new HashMap<>();
        calls.put("PUT /transaction/refund", many(becomes(Sales.REFUNDED), Reply.data("Refunded")));
        calls.put("PUT /transaction/void", many(becomes(Sales.VOID), Reply.data("Voided")));
        calls.put("PUT /transaction/writeOff", many(becomes(Sales.WRITTEN_OFF), Reply.data(1)));
        calls.put("PUT /transaction/rerunCommission", many(invoice -> { }, Reply.data("Re-ran commissions")));
        calls.put("POST /transaction/rerun", many(this::rerun, Reply.data(1)));
        calls.put("POST /transaction/resendInvoice", many(invoice -> { }, Reply.data("")));
        calls.put("PUT /transaction/convertToCollections", one(becomes(Sales.UNPAID), Reply.done()));
        calls.put("PUT /transaction/convertToDecline", one(becomes(Sales.DECLINED), Reply.done()));
        calls.put("PUT /transaction/markPaid", one(becomes(Sales.PAID), Reply.data(List.of())));
        calls.put("PUT /transaction/voidPurchase", this::voidPurchase);
        return calls;
    }

    private Consumer<StoredRecord> becomes(String status) {
        return invoice -> sales.status(invoice, status);
    }

    /**
     * The object type may be left out, but must not be another. Ids that do not exist are passed over as in a deletion, unless
     * none does, which is an error as it is with a single one.
     */
    private Handler many(Consumer<StoredRecord> action, Reply reply) {
        return (transaction, parameters) -> {
            Long typeId = parameters.number("objectID");
            if (typeId != null && typeId != transaction.id()) {
                throw ApiException.invalid("Invalid value for parameter: objectID");
            }
            Filter filter = Filter.of(parameters, transaction, account.switches());
            List<Long> ids = selector.named(transaction, filter);
            if (ids.isEmpty() && filter.namesIds()) {
                throw ApiException.notFound();
            }
            ids.forEach(id -> action.accept(account.table(transaction).find(id).orElseThrow()));
            return reply;
        };
    }

    private Handler one(Consumer<StoredRecord> action, Reply reply) {
        return (transaction, parameters) -> {
            action.accept(named(transaction, parameters));
            return reply;
        };
    }

    private Reply voidPurchase(ObjectType transaction, Parameters parameters) {
        ObjectType purchase = account.types().get(ObjectType.PURCHASE);
        account.update(purchase, named(purchase, parameters), Map.of("status", VOID_PURCHASE));
        return Reply.data("Voided");
    }

    /** Charges the contact's default card for what is not paid. */
    private void rerun(StoredRecord invoice) {
        if (List.of(Sales.UNPAID, Sales.DECLINED).contains(invoice.latest().get("status"))) {
            boolean accepted = new Cards(account).chargeDefault(invoice.latest().get("contact_id")).accepted();
            sales.status(invoice, accepted ? Sales.PAID : Sales.DECLINED);
        }
    }

    private StoredRecord named(ObjectType type, Parameters parameters) {
        parameters.require("id");
        return account.table(type).find(parameters.number("id")).orElseThrow(ApiException::notFound);
    }
}
