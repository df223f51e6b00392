package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.CardProcessor;
import io.github.camelontraport.sandbox.account.RecordQuery;
import io.github.camelontraport.sandbox.account.RecordSelector;
import io.github.camelontraport.sandbox.account.SaleRecorder;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Actions on transactions that exist. Each is acknowledged in another way. */
final class InvoiceHandlers {

    private static final String VOID_PURCHASE = "3";

    private final AccountState account;
    private final RecordSelector selector;
    private final SaleRecorder sales;

    InvoiceHandlers(AccountState account) {
        this.account = account;
        this.selector = new RecordSelector(account);
        this.sales = new SaleRecorder(account);
    }

    Map<String, CallHandler> calls() {
        Map<String, CallHandler> calls = new HashMap<>();
        calls.put("PUT /transaction/refund", many(becomes(SaleRecorder.REFUNDED), ApiReplyText.data("Refunded")));
        calls.put("PUT /transaction/void", many(becomes(SaleRecorder.VOID), ApiReplyText.data("Voided")));
        calls.put("PUT /transaction/writeOff", many(becomes(SaleRecorder.WRITTEN_OFF), ApiReplyText.data(1)));
        calls.put("PUT /transaction/rerunCommission", many(invoice -> {}, ApiReplyText.data("Re-ran commissions")));
        calls.put("POST /transaction/rerun", many(this::rerun, ApiReplyText.data(1)));
        calls.put("POST /transaction/resendInvoice", many(invoice -> {}, ApiReplyText.data("")));
        calls.put("PUT /transaction/convertToCollections", one(becomes(SaleRecorder.UNPAID), ApiReplyText.done()));
        calls.put("PUT /transaction/convertToDecline", one(becomes(SaleRecorder.DECLINED), ApiReplyText.done()));
        calls.put("PUT /transaction/markPaid", one(becomes(SaleRecorder.PAID), ApiReplyText.data(List.of())));
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
    private CallHandler many(Consumer<StoredRecord> action, ApiReplyText reply) {
        return (transaction, parameters) -> {
            Long typeId = parameters.number("objectID");
            if (typeId != null && typeId != transaction.id()) {
                throw ErrorReply.invalid("Invalid value for parameter: objectID");
            }
            RecordQuery filter = RecordQuery.of(parameters, transaction, account.switches());
            List<Long> ids = selector.named(transaction, filter);
            if (ids.isEmpty() && filter.namesIds()) {
                throw ErrorReply.notFound();
            }
            ids.forEach(id -> action.accept(account.table(transaction).find(id).orElseThrow()));
            return reply;
        };
    }

    private CallHandler one(Consumer<StoredRecord> action, ApiReplyText reply) {
        return (transaction, parameters) -> {
            action.accept(named(transaction, parameters));
            return reply;
        };
    }

    private ApiReplyText voidPurchase(TypeDefinition transaction, CallParameters parameters) {
        TypeDefinition purchase = account.types().get(TypeDefinition.PURCHASE);
        account.update(purchase, named(purchase, parameters), Map.of("status", VOID_PURCHASE));
        return ApiReplyText.data("Voided");
    }

    /** Charges the contact's default card for what is not paid. */
    private void rerun(StoredRecord invoice) {
        if (List.of(SaleRecorder.UNPAID, SaleRecorder.DECLINED)
                .contains(invoice.latest().get("status"))) {
            boolean accepted = new CardProcessor(account)
                    .chargeDefault(invoice.latest().get("contact_id"))
                    .accepted();
            sales.status(invoice, accepted ? SaleRecorder.PAID : SaleRecorder.DECLINED);
        }
    }

    private StoredRecord named(TypeDefinition type, CallParameters parameters) {
        parameters.require("id");
        return account.table(type).find(parameters.number("id")).orElseThrow(ErrorReply::notFound);
    }
}
